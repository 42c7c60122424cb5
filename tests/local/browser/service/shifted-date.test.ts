import { shiftDate } from '../../../../local/browser/service/shifted-date'

const HOUR = 3_600_000

/** A scope with a `Date` of its own: the test's own clock stays. */
function scope() {
  class OwnDate extends Date {}
  return { Date: OwnDate as unknown as DateConstructor }
}

test('Date.now, new Date and Date() tell the shifted time', () => {
  const phone = scope()
  shiftDate(phone, () => HOUR)
  expect(Math.abs(phone.Date.now() - Date.now() - HOUR)).toBeLessThan(50)
  expect(Math.abs(new phone.Date().getTime() - Date.now() - HOUR)).toBeLessThan(50)
  expect(phone.Date()).toBe(new Date(Date.now() + HOUR).toString())
})

test('advancing the clock shows at once, also to a reference taken before', () => {
  const phone = scope()
  let offset = 0
  shiftDate(phone, () => offset)
  const { now } = phone.Date
  const before = now()
  offset = 24 * HOUR
  expect(now() - before).toBeGreaterThanOrEqual(24 * HOUR)
})

test('a date made from arguments is not shifted and stays a Date', () => {
  const phone = scope()
  shiftDate(phone, () => HOUR)
  const date = new phone.Date(2026, 8, 16)
  expect(date.getTime()).toBe(new Date(2026, 8, 16).getTime())
  expect(new phone.Date(0).getTime()).toBe(0)
  expect(date).toBeInstanceOf(phone.Date)
  expect(date.constructor).toBe(phone.Date)
  expect(phone.Date.UTC(2026, 0, 1)).toBe(Date.UTC(2026, 0, 1))
})
