import { dueBetween, parseCron } from '../../../../local/cloud/timers/cron'

/** A moment of a clock in Shanghai. */
const at = (text: string) => Date.parse(`${text}+08:00`)
const next = (cron: string, after: string, until = '2030-01-01T00:00:00') => {
  const due = dueBetween(parseCron(cron), at(after), at(until))
  return due === undefined ? undefined : new Date(due + 8 * 3600_000).toISOString().slice(0, 19)
}

test.each([
  ['0 * * * * * *', '2026-09-16T10:00:00', '2026-09-16T10:01:00'],
  ['0 * * * * * *', '2026-09-16T09:59:59', '2026-09-16T10:00:00'],
  ['*/20 * * * * * *', '2026-09-16T10:00:00', '2026-09-16T10:00:20'],
  ['0 */10 * * * * *', '2026-09-16T10:55:01', '2026-09-16T11:00:00'],
  ['0 10 2 * * * *', '2026-09-16T10:00:00', '2026-09-17T02:10:00'],
  ['0 0 0 1 * * *', '2026-12-31T23:59:59', '2027-01-01T00:00:00'],
  ['0 0 9 20,25 * * *', '2026-09-21T00:00:00', '2026-09-25T09:00:00'],
  ['0 0 0 29 2 * *', '2026-03-01T00:00:00', '2028-02-29T00:00:00'],
  ['0 0 0 * * 0 *', '2026-09-16T10:00:00', '2026-09-20T00:00:00'],
  ['0 0 0 1 1 * 2028', '2026-09-16T10:00:00', '2028-01-01T00:00:00'],
])('%s is due after %s at %s', (cron, after, due) => {
  expect(next(cron, after)).toBe(due)
})

test('nothing is due before its moment', () => {
  expect(next('0 * * * * * *', '2026-09-16T10:00:00', '2026-09-16T10:00:59')).toBeUndefined()
  expect(next('0 * * * * * *', '2026-09-16T10:00:00', '2026-09-16T10:01:00')).toBe('2026-09-16T10:01:00')
  expect(next('0 0 0 30 2 * *', '2026-09-16T10:00:00')).toBeUndefined()
  expect(next('0 * * * * * *', '2026-09-16T10:05:00', '2026-09-16T10:00:00')).toBeUndefined()
})

test.each([
  ['* * * * *', 'a cron has 7 fields'],
  ['0 1-5 * * * * *', 'unsupported cron minute 1-5'],
  ['0 5/10 * * * * *', 'unsupported cron minute 5/10'],
  ['0 0 0 * * MON *', 'unsupported cron weekday MON'],
  ['0 0 0 L * * *', 'unsupported cron day L'],
  ['0 0 0 1 * 1 *', 'a day and a weekday'],
  ['0 60 * * * * *', 'a cron minute is 0–59, not 60'],
  ['*/0 * * * * * *', 'unsupported cron second */0'],
])('%s is refused by name', (cron, reason) => {
  expect(() => parseCron(cron)).toThrow(reason)
})
