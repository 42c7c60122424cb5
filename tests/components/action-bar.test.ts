/** @jest-environment jsdom */
import { mount, mountFilled, parts, textOf } from './mount'

test('the bar shows what was chosen in two lines beside what is done about it', () => {
  const bar = mountFilled('action-bar', '<action-bar top="9月24日 14:00" under="余 29 名">报名</action-bar>')
  expect(textOf(bar)).toBe('9月24日 14:00余 29 名报名')
})

test('before anything is chosen the bar is all action', () => {
  expect(parts(mount('action-bar', { under: '余 29 名' }), 'chosen')).toEqual([])
})
