import { isDeepStrictEqual } from 'node:util'
import {
  array,
  check,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
  trim,
} from 'valibot'
import type { Action } from '../../_kit/action'
import { calendarId, forgetCalendar } from '../../_kit/calendar'
import { AppError } from '../../_kit/errors'
import type { Store } from '../../_kit/store'
import { AFTER_CAUSE_MS, scheduleAll } from '../../_kit/tasks'
import type { CalendarEntry } from '../../../typings/api/account'
import type { CalendarYear } from '../../../typings/documents'
import { localDay, revision, year } from '../input'
import { hasGap } from './calendar-gap'
import { calendarYear } from './calendar-year'

const MOST_LAWYERS = 1000

/** A worked weekend stands for one of Monday to Friday. */
const weekday = pipe(number(), integer(), minValue(1), maxValue(5))
const entry = pipe(
  strictObject({
    date: localDay,
    kind: picklist(['HOLIDAY', 'MAKEUP']),
    name: pipe(string(), trim(), minLength(1), maxLength(20)),
    actsAs: optional(weekday),
  }),
  check(({ kind, actsAs }) => kind === 'MAKEUP' || actsAs === undefined),
)

export const calendarSave: Action<'account', 'calendarSave'> = {
  input: strictObject({
    year,
    days: pipe(array(entry), maxLength(120)),
    sourceNo: pipe(string(), trim(), minLength(1), maxLength(40)),
    rev: revision,
  }),

  async run({ store, personId: byId, now }, { year, days: entries, sourceNo, rev }) {
    if (hasGap(year, entries)) throw new AppError('CALENDAR_GAP')
    const _id = calendarId(year)
    const days = daysOf(entries)
    await remakeSlots(store, now)
    const written =
      rev === 0
        ? await store.insert('calendar_years', {
            ...{ _id, days, sourceNo, byId },
            ...{ createdAt: now, updatedAt: now, rev: 1 },
          })
        : await store.change('calendar_years', { _id, rev }, { days, sourceNo, byId, updatedAt: now })
    forgetCalendar()
    if (written) return calendarYear(year, { days, sourceNo, rev: rev + 1 })
    const stored = await store.get('calendar_years', _id)
    // a second tap, or a retry
    const repeated = stored?.rev === rev + 1 && stored.byId === byId && stored.sourceNo === sourceNo
    if (!repeated || !isDeepStrictEqual(stored.days, days)) throw new AppError('STALE_REV')
    return calendarYear(year, stored)
  },
}

function daysOf(entries: readonly CalendarEntry[]): CalendarYear['days'] {
  return Object.fromEntries(
    entries.map(({ date, kind, name, actsAs }) => [
      date,
      { kind, name, ...(actsAs !== undefined && { actsAs }) },
    ]),
  )
}

/** Every lawyer's slots follow the calendar. */
async function remakeSlots(store: Store, now: number): Promise<void> {
  const lawyers = await store.find('lawyers', {
    where: { active: true },
    fields: ['_id'],
    limit: MOST_LAWYERS,
  })
  const ids = lawyers.map(({ _id }) => _id)
  await scheduleAll(store, 'SLOTS', ids, now + AFTER_CAUSE_MS)
}
