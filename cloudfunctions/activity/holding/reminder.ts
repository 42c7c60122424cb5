import type { Place } from '../../../typings/documents'

const HOUR_MS = 3600_000

/** Of what a holder is reminded next: the day before, two hours before, or nothing any more. */
export function nextReminder(startAt: number, now: number): Pick<Place, 'due' | 'step'> {
  const day = startAt - 24 * HOUR_MS
  if (day > now) return { due: day, step: 'REMIND_DAY' }
  const soon = startAt - 2 * HOUR_MS
  return soon > now ? { due: soon, step: 'REMIND_SOON' } : { due: 0, step: '' }
}
