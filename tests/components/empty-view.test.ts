/** @jest-environment jsdom */
import { mount, parts, tap, textOf, told } from './mount'

test('an empty view says why and leads on by its one button', async () => {
  const view = mount('empty-view', { title: '还没有报名', text: '报名后会出现在这里', action: '去看活动' })
  const acts = told(view, 'act')
  expect(textOf(view)).toBe('还没有报名报名后会出现在这里 去看活动')
  await tap(view, 'action')
  expect(acts).toHaveLength(1)
})

test('an empty view without a way on has no button, and a calendar unless the page draws another', () => {
  const view = mount('empty-view', { title: '暂无活动' })
  expect(textOf(view)).toBe('暂无活动')
  expect(parts(view, 'action')).toEqual([])
  expect(parts(view, 'icon-empty-calendar')).toHaveLength(1)
})
