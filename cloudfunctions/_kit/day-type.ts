import { plusDays } from '../../miniprogram/shared/local-days'
import type { CalendarDay } from '../../typings/api/legal'
import type { CalendarYear, DayKind } from '../../typings/documents'

export type YearDays = CalendarYear['days']

export interface DayType {
  kind: DayKind
  name?: string
  /** The weekday that a worked weekend stands for, 1–7. */
  actsAs?: number
  /** The holidays of its year are not announced. */
  pending?: true
}

/** What a local date is. */
export type Calendar = (date: string) => DayType

/** 1 (Monday) – 7. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7

export const mondayOf = (date: string): string => plusDays(date, 1 - weekdayOf(date))

/** `daysOf` answers undefined for a year that is not announced: its days are plain weekdays. */
export function calendarOf(daysOf: (year: number) => YearDays | undefined): Calendar {
  return date => {
    const days = daysOf(Number(date.slice(0, 4)))
    const told = days?.[date]
    if (told) return told
    const kind = weekdayOf(date) <= 5 ? 'WORKDAY' : 'REST'
    return days ? { kind } : { kind, pending: true }
  }
}

/** From one local date to another, both included, as pages show them. */
export function calendarDays(calendar: Calendar, from: string, to: string): CalendarDay[] {
  const days: CalendarDay[] = []
  for (let date = from; date <= to; date = plusDays(date, 1)) {
    const { kind, name, pending } = calendar(date)
    days.push({ date, kind, ...(name !== undefined && { name }), ...(pending && { pending }) })
  }
  return days
}
