import { getDayDetail } from 'chinese-days'
import { nextYear, plusDays } from '../../miniprogram/shared/local-days'
import type { YearDays } from './day-type'

const known = new Map<number, YearDays | undefined>()

/**
 * Holidays and worked weekends of a year as the library has them, from the notices of the State Council; undefined for a
 * year it does not know. It does not say which weekday a worked weekend stands for.
 */
export function builtInDays(year: number): YearDays | undefined {
  if (!known.has(year)) known.set(year, read(year))
  return known.get(year)
}

function read(year: number): YearDays | undefined {
  const days: YearDays = {}
  const first = `${year}-01-01`
  for (let date = first; date < nextYear(first); date = plusDays(date, 1)) {
    const { work, name } = getDayDetail(date)
    // `National Day,国庆节,3` for a day of the notice, the weekday's name for any other
    const [, festival] = name.split(',')
    if (festival !== undefined) days[date] = { kind: work ? 'MAKEUP' : 'HOLIDAY', name: festival }
  }
  return Object.keys(days).length > 0 ? days : undefined
}
