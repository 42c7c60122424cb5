import { weekdayOf } from '../../_kit/day-type'
import type { CalendarEntry } from '../../../typings/api/account'

/** Cannot be what was announced for this year: days of another one, a day twice, no holiday, a worked weekend on a weekday. */
export function hasGap(year: number, days: readonly CalendarEntry[]): boolean {
  const foreign = days.some(({ date }) => !date.startsWith(`${year}-`))
  const twice = new Set(days.map(({ date }) => date)).size < days.length
  const noHoliday = !days.some(({ kind }) => kind === 'HOLIDAY')
  const noWeekend = days.some(({ date, kind }) => kind === 'MAKEUP' && weekdayOf(date) <= 5)
  return foreign || twice || noHoliday || noWeekend
}
