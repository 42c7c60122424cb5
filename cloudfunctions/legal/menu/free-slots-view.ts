import type { Calendar } from '../../_kit/day-type'
import { calendarDays } from '../../_kit/day-type'
import { lawyerName } from '../../../miniprogram/shared/legal-words'
import { runsOf } from '../../../miniprogram/shared/slot-runs'
import { dayStart, localDate } from '../../../miniprogram/shared/time'
import type { FreeSlots, SlotRun } from '../../../typings/api/legal'
import type { Lawyer, LegalMode } from '../../../typings/documents'
import { OPENS_MS } from '../booking/book-rules'
import type { FreeSlotsOf } from './free-slots'

const MINUTE = 60_000

interface Around {
  calendar: Calendar
  mode: LegalMode
  now: number
}

/** Each day from today on; only lawyers who have something free. */
export function freeSlotsView(
  lawyers: readonly Lawyer[],
  free: readonly FreeSlotsOf[],
  { calendar, mode, now }: Around,
): FreeSlots {
  const shown = lawyers.filter(({ _id }) => free.some(({ lawyerId }) => lawyerId === _id))
  const byDay = new Map<string, Record<number, SlotRun[]>>()
  for (const [index, { _id }] of shown.entries())
    for (const [midnight, slots] of daysOf(free.filter(({ lawyerId }) => lawyerId === _id))) {
      const date = localDate(midnight)
      const day = byDay.get(date) ?? {}
      day[index] = runsOf(slots)
      byDay.set(date, day)
    }
  return {
    days: calendarDays(calendar, localDate(now), localDate(now + OPENS_MS)).map(day => ({
      ...day,
      free: countOf(byDay.get(day.date)),
    })),
    lawyers: shown.map(({ _id, surname, firm, site }) => ({
      lawyerId: _id,
      name: lawyerName(surname),
      firm,
      ...(site && mode === 'SITE' && { site }),
    })),
    slots: Object.fromEntries(byDay),
  }
}

/** By the midnight at which the day begins. */
function daysOf(free: readonly FreeSlotsOf[]): Map<number, { from: number; minutes: number }[]> {
  const days = new Map<number, { from: number; minutes: number }[]>()
  for (const { length, startAts } of free)
    for (const startAt of startAts) {
      const midnight = dayStart(startAt)
      const day = days.get(midnight) ?? []
      day.push({ from: (startAt - midnight) / MINUTE, minutes: length / MINUTE })
      days.set(midnight, day)
    }
  return days
}

const countOf = (day: Record<number, SlotRun[]> = {}): number =>
  Object.values(day)
    .flat()
    .reduce((sum, [, , count]) => sum + count, 0)
