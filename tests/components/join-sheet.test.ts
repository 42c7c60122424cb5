/** @jest-environment jsdom */
import type { Question } from '../../typings/documents'
import { mount, tap, textOf, told } from './mount'

const SHEET = 'packages/activities/components/join-sheet'
const asked: Question[] = [
  { key: 'size', label: '衣服尺码', kind: 'CHOICE', options: ['M', 'L'], required: true },
  { key: 'note', label: '还有什么要说', kind: 'TEXT', options: [], required: false },
]
const sheet = (properties: object) =>
  mount(SHEET, { visible: true, busy: false, activityId: 'a2', asked: [], ...properties })

test('who joins says how they want to wait; where nothing is asked no more than that', async () => {
  const joining = sheet({})
  const joins = told(joining, 'join')
  expect(textOf(joining)).not.toMatch('填')
  await tap(joining, 'row', 1)
  await tap(joining, 'join')
  expect(joins).toEqual([{ autoAccept: true, answers: {} }])
})

test('what the activity asks is answered before one joins', async () => {
  const joining = sheet({ asked })
  const joins = told(joining, 'join')
  expect(textOf(joining)).toMatch(/衣服尺码必填ML还有什么要说选填/)
  await tap(joining, 'join')
  expect(joins).toEqual([])
  expect(textOf(joining)).toMatch('请先回答“衣服尺码”')
  await tap(joining, 'option', 1)
  expect(textOf(joining)).not.toMatch('请先回答')
  await tap(joining, 'join')
  expect(joins).toEqual([{ autoAccept: false, answers: { size: 'L' } }])
})

test('an answer that was not sent is there the next time', async () => {
  const kept = new Map<string, unknown>()
  jest.spyOn(wx, 'setStorageSync').mockImplementation((key, value) => void kept.set(key, value))
  jest.spyOn(wx, 'getStorageSync').mockImplementation(key => kept.get(key) ?? '')
  await tap(sheet({ asked, activityId: 'a3' }), 'option', 0)
  const again = sheet({ asked, activityId: 'a3' })
  const joins = told(again, 'join')
  await tap(again, 'join')
  expect(joins).toEqual([{ autoAccept: false, answers: { size: 'M' } }])
})
