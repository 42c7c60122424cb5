/** Overlapping rules, against the days and minutes themselves. */
import fc from 'fast-check'
import type { Calendar } from '../../../cloudfunctions/_kit/day-type'
import { calendarOf } from '../../../cloudfunctions/_kit/day-type'
import { overlap } from '../../../cloudfunctions/legal/rota/overlap'
import { meet, ruleSlots, slotsADay } from '../../../cloudfunctions/legal/rota/rule-slots'
import { plusDays } from '../../../miniprogram/shared/local-days'
import type { RotaRule } from '../../../typings/documents'
import { plain, rule } from './rota-sample'

const FIRST = '2026-08-31'
const WEEKS = 24
const LAST = plusDays(FIRST, 7 * WEEKS - 1)

const day = (most: number) => fc.integer({ min: 0, max: most }).map(days => plusDays(FIRST, days))
const clockAt = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const hours = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 }))
  .map(([begin, length]) => ({ from: clockAt(480 + begin * 20), to: clockAt(480 + (begin + length) * 20) }))
const anyRule: fc.Arbitrary<RotaRule> = fc
  .record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
    hours,
    slotMin: fc.constantFrom(20, 30, 45),
    everyWeeks: fc.constantFrom(1 as const, 2 as const, 4 as const),
    anchorDate: day(55),
    untilDate: fc.option(day(80)),
    onHoliday: fc.constantFrom('SKIP' as const, 'KEEP' as const),
    onMakeup: fc.constantFrom('SKIP' as const, 'AS_WEEKDAY' as const),
  })
  .map(({ hours, ...fields }) => rule({ ...fields, ...hours }))
  .filter(rule => slotsADay(rule) > 0)

function meetSomewhere(one: RotaRule, other: RotaRule, calendar: Calendar): boolean {
  const others = ruleSlots(other, calendar, FIRST, LAST)
  return ruleSlots(one, calendar, FIRST, LAST).some(slot => others.some(another => meet(slot, another)))
}

test('two rules overlap when some day gives the same minutes twice, and only then', () => {
  let both = 0
  fc.assert(
    fc.property(anyRule, anyRule, (one, other) => {
      const expected = meetSomewhere(one, other, plain)
      if (expected) both++
      expect(overlap(one, other)).toBe(expected)
      expect(overlap(other, one)).toBe(expected)
    }),
    { numRuns: 1500 },
  )
  // it is no proof where nothing ever meets
  expect(both).toBeGreaterThan(50)
})

test('rules that do not overlap never do, whatever is a holiday or a worked weekend', () => {
  const anyDay = fc.tuple(
    day(7 * WEEKS - 1),
    fc.constantFrom('HOLIDAY' as const, 'MAKEUP' as const),
    fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  )
  fc.assert(
    fc.property(anyRule, anyRule, fc.array(anyDay, { maxLength: 30 }), (one, other, announced) => {
      const days = Object.fromEntries(
        announced
          .filter(([date, kind]) => kind === 'HOLIDAY' || new Date(`${date}T00:00:00Z`).getUTCDay() % 6 === 0)
          .map(([date, kind, actsAs]) => [date, { kind, name: '', actsAs }]),
      )
      if (!overlap(one, other))
        expect(
          meetSomewhere(
            one,
            other,
            calendarOf(() => days),
          ),
        ).toBe(false)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['the same weekday and hours', {}, true],
  ['hours that only touch', { from: '15:00', to: '16:00' }, false],
  ['another weekday', { weekdays: [4] }, false],
  ['a rest of the hours that is no slot', { from: '13:00', to: '14:20' }, false],
  ['every second week, the other one', { everyWeeks: 2 as const, anchorDate: '2026-09-23' }, true],
  ['ended before the first begins', { anchorDate: '2026-09-01', untilDate: '2026-09-15' }, false],
])('%s: %p', (_title, fields, expected) => {
  expect(overlap(rule(), rule(fields))).toBe(expected)
})

test('every second week leaves room for the weeks between', () => {
  const even = rule({ everyWeeks: 2, anchorDate: '2026-09-16' })
  expect(overlap(even, rule({ everyWeeks: 2, anchorDate: '2026-09-23' }))).toBe(false)
  expect(overlap(even, rule({ everyWeeks: 4, anchorDate: '2026-09-23' }))).toBe(false)
  expect(overlap(even, rule({ everyWeeks: 4, anchorDate: '2026-09-30' }))).toBe(true)
})
