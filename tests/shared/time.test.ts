import fc from 'fast-check'
import {
  DAY,
  clock,
  dateLong,
  dateTime,
  dayStart,
  daysAhead,
  localDate,
  range,
  stamp,
  when,
} from '../../miniprogram/shared/time'

const at = (local: string): number => Date.parse(`${local}+08:00`)

test('a date names month, day and weekday as the union writes them', () => {
  expect(`${dateLong(at('2026-09-24T14:00:00'))}${clock(at('2026-09-24T14:00:00'))}`).toBe(
    '9月24日（周四）14:00',
  )
  expect(dateTime(at('2026-09-18T09:00:00'))).toBe('9月18日 09:00')
  expect(stamp(at('2026-09-19T19:00:00'))).toEqual({ day: '19', sub: '9月 周六' })
})

test('a range within a day is hours, over several days it is dates', () => {
  expect(range(at('2026-09-19T19:00:00'), at('2026-09-19T20:30:00'))).toBe('19:00–20:30')
  expect(range(at('2026-09-01T00:00:00'), at('2026-09-30T23:00:00'))).toBe('9月1日–9月30日')
  expect(when(at('2026-09-19T19:00:00'), at('2026-09-19T20:30:00'))).toBe('9月19日（周六）19:00–20:30')
})

test('midnight belongs to the day it begins, and a phone in another zone reads the same', () => {
  expect(localDate(Date.UTC(2026, 8, 15, 15, 59))).toBe('2026-09-15')
  expect(localDate(Date.UTC(2026, 8, 15, 16))).toBe('2026-09-16')
  expect(localDate(at('2026-09-30T23:59:59'))).toBe('2026-09-30')
  expect(localDate(at('2026-10-01T00:00:00'))).toBe('2026-10-01')
  expect(clock(at('2026-03-29T02:30:00'))).toBe('02:30')
})

test('days ahead are counted by the calendar and not by hours', () => {
  const now = at('2026-09-16T23:50:00')
  expect(daysAhead(at('2026-09-16T23:55:00'), now)).toBe('今天')
  expect(daysAhead(at('2026-09-17T00:05:00'), now)).toBe('明天')
  expect(daysAhead(at('2026-09-18T18:30:00'), now)).toBe('后天')
  expect(daysAhead(at('2026-09-23T14:00:00'), now)).toBe('7天后')
})

test('every moment agrees with the calendar of Asia/Shanghai', () => {
  const shanghai = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  fc.assert(
    fc.property(fc.integer({ min: at('2000-01-01T00:00:00'), max: at('2099-12-31T00:00:00') }), moment => {
      expect(`${localDate(moment)} ${clock(moment)}`).toBe(shanghai.format(moment))
      expect(dayStart(moment)).toBeLessThanOrEqual(moment)
      expect(moment - dayStart(moment)).toBeLessThan(DAY)
      expect(clock(dayStart(moment))).toBe('00:00')
    }),
  )
})
