import type { Signup } from '../../typings/documents'

const DAY_MS = 24 * 3600_000
export const POINTS_WINDOW_MS = 90 * DAY_MS
const LIMIT = 4
const SUSPENDED_MS = 30 * DAY_MS

export const LATE_CANCEL_POINTS = 1

/** Four points within 90 days close numbered activities for 30 days from the last of them (PRODUCT 6.3). */
export function suspendedUntil(
  rows: readonly Pick<Signup, 'points' | 'endedAt'>[],
  now: number,
): number | undefined {
  const counted = rows.filter(({ points, endedAt }) => points > 0 && endedAt > now - POINTS_WINDOW_MS)
  const sum = counted.reduce((total, { points }) => total + points, 0)
  return sum < LIMIT ? undefined : Math.max(...counted.map(({ endedAt }) => endedAt)) + SUSPENDED_MS
}

/** Until when cancelling is free (epoch ms); a moment later costs a point. */
export function freeUntil(session: { startAt: number }, rules: { cancelBeforeMin: number }): number {
  return session.startAt - rules.cancelBeforeMin * 60_000
}
