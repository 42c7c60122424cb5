import { strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { calendarId } from '../../_kit/calendar'
import { year } from '../input'
import { calendarYear } from './calendar-year'

export const calendarDays: Action<'account', 'calendarDays'> = {
  input: strictObject({ year }),

  async run({ store }, { year }) {
    return calendarYear(year, await store.get('calendar_years', calendarId(year)))
  },
}
