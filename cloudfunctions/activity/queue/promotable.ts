import { dayStart } from '../../../miniprogram/shared/time'
import { freeOrdinal } from '../../_kit/places/ordinals'
import { isSlot } from '../../_kit/places/pools'
import type { Activity, Place, Session, Wait } from '../../../typings/documents'
import { clashes } from '../holding/clash'
import { dayCap } from '../holding/day-cap'
import { keysFor } from '../holding/eligibility'
import type { Line } from './line'

const DAY_MS = 24 * 3600_000

/** What decides of a person's other places whether they may take one here. */
export const DECIDING = [
  ...['_id', 'pool', 'holder', 'rid', 'no', 'state', 'startAt', 'endAt'],
  ...['capKey', 'capNth', 'at'],
] as (keyof Place)[]

/** Between which instants those places lie: the session's own date, and its own hours. */
export function around({ startAt, endAt }: Pick<Session, 'startAt' | 'endAt'>): { from: number; to: number } {
  const midnight = dayStart(startAt)
  return { from: midnight, to: Math.max(midnight + DAY_MS, Math.min(endAt, startAt + DAY_MS)) }
}

/** May this waiter have this place? `others` are their places around the session. */
export function promotable(line: Line, entry: Wait, others: readonly Place[], place: Place): boolean {
  const { session, activity, settings } = line
  if (!keysFor(session, entry.employment).includes(place.segment)) return false
  if (clashesWith(activity, session, others)) return false
  return freeOrdinal(dayCap(entry.personId, session, settings), others) !== undefined
}

/**
 * Is something held at the same time? An offer does not count, it may be declined; nor does what was called off, whose
 * holder keeps it without an ordinal; a lawyer's slot that staff found has none either, and counts. Walks clash with nothing.
 */
export function clashesWith(activity: Activity, session: Session, others: readonly Place[]): boolean {
  if (activity.kind === 'WALK') return false
  const held = others.filter(
    ({ capKey, _id, pool }) => (capKey !== _id || isSlot(pool)) && pool !== session._id,
  )
  return held.some(place => clashes(session, place))
}
