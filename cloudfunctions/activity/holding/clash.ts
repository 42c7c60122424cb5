import type { Place } from '../../../typings/documents'

const DAY_MS = 24 * 3600_000

type Span = Pick<Place, 'startAt' | 'endAt'>

/** Do two of [startAt, endAt) overlap? What runs for weeks, as a walk does, takes no hour of a day and clashes with nothing. */
export function clashes(one: Span, other: Span): boolean {
  if (lasts(one) || lasts(other)) return false
  return one.startAt < other.endAt && other.startAt < one.endAt
}

/** Runs for longer than a day. */
export function lasts({ startAt, endAt }: Span): boolean {
  return endAt - startAt > DAY_MS
}
