import fc from 'fast-check'
import { dayStart } from '../../../miniprogram/shared/time'
import { offerUntil } from '../../../cloudfunctions/activity/queue/offer-time'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const settings = { 'wait.offerMin': 120, 'wait.nearMin': 20, 'wait.stopMin': 30 }
/** So many hours after midnight in Shanghai. */
const at = (hours: number) => Date.UTC(2026, 8, 15, 16) + hours * HOUR

test.each([
  ['in the morning it stands two hours', 9, 11],
  ['in the evening the night is left out', 20.5, 24 + 9],
  ['up to half past nine it is answered the same day', 19.5, 21.5],
  ['at night it begins in the morning', 23, 24 + 10],
  ['before dawn it begins in the morning', 3, 10],
])('%s', (_, from, until) => {
  expect(offerUntil(at(from), at(24 * 5), settings)).toBe(at(until))
})

test('within a day of the start it stands twenty minutes, at night too', () => {
  expect(offerUntil(at(23), at(24 + 9), settings)).toBe(at(23) + 20 * MINUTE)
  expect(offerUntil(at(9), at(9) + DAY, settings)).toBe(at(11))
  expect(offerUntil(at(9), at(9) + DAY - 1, settings)).toBe(at(9) + 20 * MINUTE)
})

test('in the last half hour nobody is asked any more', () => {
  expect(offerUntil(at(9), at(9.5), settings)).toBe(at(9) + 20 * MINUTE)
  expect(offerUntil(at(9), at(9.5) - 1, settings)).toBeUndefined()
  expect(offerUntil(at(9), at(8), settings)).toBeUndefined()
  expect(offerUntil(at(9), at(9), { ...settings, 'wait.stopMin': 0 })).toBeUndefined()
})

test('it never reaches into the session', () => {
  const eager = { 'wait.offerMin': 1440, 'wait.nearMin': 60, 'wait.stopMin': 0 }
  expect(offerUntil(at(9), at(9) + 10 * MINUTE, eager)).toBe(at(9) + 10 * MINUTE)
  expect(offerUntil(at(9), at(9) + DAY, eager)).toBe(at(9) + DAY)
})

test('it always has its minutes while people are awake', () => {
  const asleep = (from: number, to: number) => {
    let minutes = 0
    for (let now = from; now < to; now += MINUTE) {
      const of = (now - dayStart(now)) / HOUR
      if (of < 8 || of >= 21.5) minutes++
    }
    return minutes
  }
  fc.assert(
    fc.property(fc.nat(3 * 24 * 60), fc.integer({ min: 15, max: 1440 }), (minute, minutes) => {
      const now = at(0) + minute * MINUTE
      const until = offerUntil(now, now + 30 * DAY, { ...settings, 'wait.offerMin': minutes }) ?? 0
      expect((until - now) / MINUTE - asleep(now, until)).toBe(minutes)
    }),
    { numRuns: 300 },
  )
})
