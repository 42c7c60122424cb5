/** @jest-environment jsdom */
import { cardView } from '../../miniprogram/components/activity-card/card'
import type { ActivityCard } from '../../typings/api/activity'
import { mount, parts, spoken, textOf } from './mount'

const at = (time: string) => Date.parse(`2026-09-24T${time}:00+08:00`)
const activity: ActivityCard = {
  activityId: 'a1',
  kind: 'VISIT',
  mode: 'FIRST',
  art: 'visit',
  title: '走进博物馆',
  orgName: '区总工会',
  startAt: at('14:00'),
  endAt: at('17:00'),
  sessions: 4,
  spot: '区博物馆',
  phase: 'OPEN',
  openAt: at('09:00'),
  unit: '名',
  left: 29,
}
const card = cardView(activity, false)

test('a card prints date, title, times, place and what is left, beside its drawing', () => {
  const shown = mount('activity-card', { card })
  expect(textOf(shown)).toBe('249月 周四走进博物馆4个时段 区博物馆余 29 名')
  expect(parts(shown, 'drawing')).toHaveLength(2)
})

test('a row of a card leaves the drawing out', () => {
  const row = mount('activity-card', { card, compact: true })
  expect(textOf(row)).toMatch('走进博物馆')
  expect(parts(row, 'drawing')).toEqual([])
})

test('in large text the date is a line and neither stamp nor drawing takes room', () => {
  const shown = mount('activity-card', { card, large: true })
  expect(textOf(shown)).toMatch(/^9月24日（周四）走进博物馆/)
  expect([...parts(shown, 'stamp'), ...parts(shown, 'drawing')]).toEqual([])
})

test('a screen reader reads a card as one sentence', () => {
  expect(spoken(mount('activity-card', { card }), 'button')).toMatchObject([
    { ariaLabel: '走进博物馆，9月24日（周四），4个时段，区博物馆，余 29 名' },
  ])
})

test('a copy does not claim how many places are left', () => {
  expect(textOf(mount('activity-card', { card: cardView(activity, true) }))).toMatch(/余量需联网查看$/)
})
