/** What a rule gives on which day (PRODUCT 6.7). */
import { builtInDays } from '../../../cloudfunctions/_kit/built-in-days'
import { calendarDays, calendarOf } from '../../../cloudfunctions/_kit/day-type'
import { ruleSlots } from '../../../cloudfunctions/legal/rota/rule-slots'
import type { RotaRule } from '../../../typings/documents'
import { calendar, plain, rule, times } from './rota-sample'

const given = (fields: Partial<RotaRule>, from: string, to: string, days = calendar) =>
  times(ruleSlots(rule(fields), days, from, to))
const daysOf = (fields: Partial<RotaRule>, from: string, to: string, days = calendar) => [
  ...new Set(given(fields, from, to, days).map(time => time.slice(0, 5))),
]

test('a rule gives whole slots of its hours; what is left at the end is none', () => {
  expect(given({}, '2026-09-16', '2026-09-16')).toEqual(['09-16 14:00', '09-16 14:30'])
  expect(given({ to: '15:20' }, '2026-09-16', '2026-09-16')).toEqual(['09-16 14:00', '09-16 14:30'])
  expect(given({ slotMin: 90 }, '2026-09-16', '2026-09-16')).toEqual([])
})

test('a rule across a holiday gives nothing on it, unless it keeps holidays', () => {
  const daily = { weekdays: [1, 2, 3, 4, 5, 6, 7] }
  expect(daysOf(daily, '2026-09-24', '2026-09-28')).toEqual(['09-24', '09-28'])
  expect(daysOf({ ...daily, onHoliday: 'KEEP' }, '2026-09-24', '2026-09-28')).toHaveLength(5)
  // 1 October 2026 is a Thursday
  expect(daysOf({ weekdays: [4], onHoliday: 'KEEP' }, '2026-09-28', '2026-10-08')).toEqual(['10-01', '10-08'])
  expect(daysOf({ weekdays: [4] }, '2026-09-28', '2026-10-08')).toEqual(['10-08'])
})

test('a worked weekend gives the slots of the weekday it stands for, where the rule says so', () => {
  const around = ['2026-09-18', '2026-09-21'] as const
  expect(daysOf({ onMakeup: 'AS_WEEKDAY' }, ...around)).toEqual(['09-20'])
  expect(daysOf({ onMakeup: 'SKIP' }, ...around)).toEqual([])
  expect(daysOf({ weekdays: [2], onMakeup: 'AS_WEEKDAY' }, ...around)).toEqual([])
})

test('a worked weekend that stands for no weekday gives nothing, even to a rule for Sundays', () => {
  const announced = calendarOf(builtInDays)
  const around = ['2026-09-18', '2026-09-21'] as const
  for (const onMakeup of ['SKIP', 'AS_WEEKDAY'] as const) {
    expect(daysOf({ weekdays: [7], onMakeup }, ...around, announced)).toEqual([])
    expect(daysOf({ weekdays: [7], onMakeup }, ...around)).toEqual([])
  }
})

test('an ordinary weekend follows the weekdays of the rule', () => {
  expect(daysOf({ weekdays: [6, 7] }, '2026-09-07', '2026-09-13')).toEqual([])
  expect(daysOf({ weekdays: [6, 7], anchorDate: '2026-09-07' }, '2026-09-07', '2026-09-13')).toEqual([
    '09-12',
    '09-13',
  ])
})

test('29 February is a day like any other in a leap year, and is not there in another', () => {
  // a Tuesday
  const rhythm = { weekdays: [2], anchorDate: '2028-02-01' }
  expect(daysOf(rhythm, '2028-02-20', '2028-03-10', plain)).toEqual(['02-22', '02-29', '03-07'])
  expect(daysOf({ ...rhythm, anchorDate: '2028-02-29' }, '2028-02-01', '2028-03-10', plain)).toEqual([
    '02-29',
    '03-07',
  ])
  const until = { weekdays: [1, 2, 3, 4, 5, 6, 7], anchorDate: '2028-02-26', untilDate: '2028-02-29' }
  expect(daysOf(until, '2028-02-28', '2028-03-02', plain)).toEqual(['02-28', '02-29'])
  expect(daysOf({ weekdays: [7], anchorDate: '2026-02-01' }, '2026-02-28', '2026-03-02', plain)).toEqual([
    '03-01',
  ])
})

test.each([
  [1, ['09-14', '09-21', '09-28', '10-05', '10-12']],
  [2, ['09-14', '09-28', '10-12']],
  [4, ['09-14', '10-12']],
] as const)('every %i weeks is counted from the Monday of the anchor’s week', (everyWeeks, mondays) => {
  // a Sunday: its week began six days before
  const fields = { weekdays: [1], everyWeeks, anchorDate: '2026-09-20' }
  expect(daysOf(fields, '2026-09-01', '2026-10-18', plain)).toEqual(mondays)
  expect(daysOf({ ...fields, anchorDate: '2026-09-14' }, '2026-09-01', '2026-10-18', plain)).toEqual(mondays)
})

test('a rhythm runs on over the turn of the year', () => {
  const fields = { weekdays: [5], everyWeeks: 2 as const, anchorDate: '2026-12-18' }
  expect(daysOf(fields, '2026-12-18', '2027-01-20', plain)).toEqual(['12-18', '01-01', '01-15'])
})

test('a rule ends with its last day', () => {
  expect(daysOf({ untilDate: '2026-09-23' }, '2026-09-16', '2026-10-16', plain)).toEqual(['09-16', '09-23'])
})

test('a year that is not announced is 待定: plain weekdays, holidays unknown', () => {
  expect(calendarDays(calendar, '2026-12-31', '2027-01-02')).toEqual([
    { date: '2026-12-31', kind: 'WORKDAY' },
    { date: '2027-01-01', kind: 'WORKDAY', pending: true },
    { date: '2027-01-02', kind: 'REST', pending: true },
  ])
  expect(daysOf({ weekdays: [5] }, '2026-12-31', '2027-01-08')).toEqual(['01-01', '01-08'])
})

test('the calendar that is built in knows what was announced for 2026, and not 2027', () => {
  const days = calendarDays(calendarOf(builtInDays), '2026-09-24', '2026-09-25')
  expect(days).toEqual([
    { date: '2026-09-24', kind: 'WORKDAY' },
    { date: '2026-09-25', kind: 'HOLIDAY', name: '中秋' },
  ])
  expect(calendarOf(builtInDays)('2026-09-20')).toEqual({ kind: 'MAKEUP', name: '国庆节' })
  expect(builtInDays(2027)).toBeUndefined()
})
