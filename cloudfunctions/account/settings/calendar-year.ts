import { builtInDays } from '../../_kit/built-in-days'
import type { CalendarEntry, CalendarOfYear } from '../../../typings/api/account'
import type { CalendarYear } from '../../../typings/documents'

/** A year as administrators see it. */
export function calendarYear(
  year: number,
  imported: Pick<CalendarYear, 'days' | 'sourceNo' | 'rev'> | undefined,
): CalendarOfYear {
  const builtIn = builtInDays(year)
  const days = imported?.days ?? builtIn ?? {}
  return {
    year,
    source: imported ? 'IMPORTED' : builtIn ? 'BUILT_IN' : 'ABSENT',
    days: entriesOf(days),
    sourceNo: imported?.sourceNo ?? '',
    rev: imported?.rev ?? 0,
  }
}

function entriesOf(days: CalendarYear['days']): CalendarEntry[] {
  return Object.entries(days)
    .map(([date, day]) => ({ date, ...day }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}
