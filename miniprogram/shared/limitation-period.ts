import type { LimitEvent } from '../../typings/documents'
import { daysBetween, nextYear, plusDays } from './local-days'

/**
 * RESTARTS: the year begins anew with it. PAUSES: its days are not counted. BEFORE: it lies before the year that runs now.
 * AFTER: the year was over by then, so it changes nothing by itself.
 */
export type Effect = 'RESTARTS' | 'PAUSES' | 'BEFORE' | 'AFTER'

export interface Period {
  /** Local date, the last day. */
  deadline: string
  /** By date. */
  effects: { event: LimitEvent; effect: Effect }[]
}

interface Pause {
  from: string
  until: string
}

/** What `events` make of the year that begins on `begin`. Their order does not matter; one more never brings the end forward. */
export function periodOf(begin: string, events: readonly LimitEvent[]): Period {
  const sorted = [...events].sort(byDate)
  const pauses = merged(sorted.filter(({ kind }) => kind === 'SUSPENDED').map(pauseOf))
  const effects: Period['effects'] = []
  let start = begin
  let deadline = yearFrom(start, pauses)
  for (const event of sorted) {
    if (event.kind === 'SUSPENDED') continue
    const effect = event.date <= start ? 'BEFORE' : event.date > deadline ? 'AFTER' : 'RESTARTS'
    effects.push({ event, effect })
    if (effect !== 'RESTARTS') continue
    start = event.date
    // around 29 February a year from a later day, without the pauses before it, may end a day earlier
    deadline = later(deadline, yearFrom(start, pauses))
  }
  for (const event of sorted) {
    if (event.kind !== 'SUSPENDED') continue
    const { from, until } = pauseOf(event)
    effects.push({ event, effect: until <= start ? 'BEFORE' : from > deadline ? 'AFTER' : 'PAUSES' })
  }
  return { deadline, effects: effects.sort((a, b) => byDate(a.event, b.event)) }
}

/** The last day of a year that stands still during `pauses`: merged, by date. */
function yearFrom(start: string, pauses: readonly Pause[]): string {
  let deadline = nextYear(start)
  for (const { from, until } of pauses) {
    if (until <= start || from > deadline) continue
    const first = later(from, plusDays(start, 1))
    deadline = plusDays(deadline, daysBetween(first, until) + 1)
  }
  return deadline
}

/** Days that two of them share count once. */
function merged(pauses: readonly Pause[]): Pause[] {
  const apart: Pause[] = []
  for (const { from, until } of pauses) {
    const last = apart[apart.length - 1]
    if (last && from <= last.until) last.until = later(last.until, until)
    else apart.push({ from, until })
  }
  return apart
}

/** Without an end only its first day is known. */
const pauseOf = ({ date, untilDate = date }: LimitEvent): Pause => ({
  from: date,
  until: later(date, untilDate),
})

const later = (one: string, other: string): string => (one > other ? one : other)

export function byDate(a: LimitEvent, b: LimitEvent): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1
  return a.id < b.id ? -1 : Number(a.id > b.id)
}
