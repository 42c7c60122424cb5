import { AppError } from '../../_kit/errors'
import { AFTER_CAUSE_MS } from '../../_kit/tasks'
import type { Store } from '../../_kit/store'
import type { Place, Signup } from '../../../typings/documents'
import type { Line } from '../queue/line'
import { isLate, LATE_CANCEL_POINTS } from '../points/points'

export interface Verdict {
  row: Signup
  repeated: boolean
}

/** Has its holder let go of this holding? */
export function isCancelled({ state }: Pick<Signup, 'state'>): boolean {
  return state === 'CANCELLED' || state === 'LATE_CANCELLED'
}

/**
 * Writes that its holder cancelled this holding. The row's id is the holding's, so that a holding ends once, with its
 * first verdict. The place is due before that: were this cut off, `jobs` finds the row and goes on from it.
 */
export async function cancelHolding(
  store: Store,
  line: Line,
  place: Place,
  reason: string | undefined,
): Promise<Verdict> {
  const { session, activity, now } = line
  const { _id, holder, rid } = place
  const open = now < session.startAt || activity.state === 'CALLED_OFF' || session.state === 'CALLED_OFF'
  const row = cancelled(line, place, reason)
  if (open) {
    await store.change('places', { _id, holder, rid }, { due: now + AFTER_CAUSE_MS, step: 'HEAL' })
    if (await store.insert('signups', row)) return { row, repeated: false }
  }
  // one turn for an attendance that is taken back at this moment
  for (let turn = 0; turn < 2; turn++) {
    const first = await store.get('signups', row._id)
    if (!first || (first.state === 'VOID' && !open)) throw new AppError('STARTED')
    if (first.state !== 'VOID') return { row: refused(first), repeated: true }
    const { state, endedAt, points } = row
    const again = { state, endedAt, points, ...(reason !== undefined && { reason }) }
    if (await store.change('signups', { _id: row._id, state: 'VOID' }, again))
      return { row: { ...first, ...again }, repeated: false }
  }
  throw new AppError('ALREADY_CHECKED_IN')
}

function refused(row: Signup): Signup {
  if (row.state === 'ATTENDED' || row.state === 'PENDING') throw new AppError('ALREADY_CHECKED_IN')
  if (row.state === 'NO_SHOW') throw new AppError('STARTED')
  return row
}

function cancelled({ session, activity, now }: Line, place: Place, reason: string | undefined): Signup {
  const { rid, no, headcount, at, startAt, endAt, holder: personId } = place
  const late = isLate(activity, session, place, now)
  return {
    _id: `su_${rid}`,
    personId,
    activityId: activity._id,
    sessionId: session._id,
    no,
    headcount,
    state: late ? 'LATE_CANCELLED' : 'CANCELLED',
    startAt,
    endAt,
    signedAt: at,
    endedAt: now,
    points: late ? LATE_CANCEL_POINTS : 0,
    sources: [],
    walkIn: false,
    ...(reason === undefined ? {} : { reason }),
  }
}
