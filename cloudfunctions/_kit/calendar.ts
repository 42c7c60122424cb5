import { builtInDays } from './built-in-days'
import { InstanceCache } from './cache'
import type { Calendar } from './day-type'
import { calendarOf } from './day-type'
import type { Store } from './store'

const REMEMBER_MS = 60_000
const MOST_YEARS = 100
const remembered = new InstanceCache<Calendar>(REMEMBER_MS)

export const calendarId = (year: number): string => `cy_${year}`

/** What was imported for a year wins over what is built in; a year that neither knows is pending. One database call. */
export async function readCalendar(store: Store): Promise<Calendar> {
  const imported = await store.find('calendar_years', { where: {}, limit: MOST_YEARS })
  const byId = new Map(imported.map(({ _id, days }) => [_id, days]))
  return calendarOf(year => byId.get(calendarId(year)) ?? builtInDays(year))
}

/** For pages: an instance looks at it once a minute. */
export async function loadCalendar(store: Store, now: number): Promise<Calendar> {
  return (await remembered.get('', now, () => readCalendar(store))) ?? calendarOf(builtInDays)
}

export function forgetCalendar(): void {
  remembered.forget('')
}
