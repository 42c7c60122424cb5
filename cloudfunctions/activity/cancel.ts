import { maxLength, optional, pipe, strictObject, string } from 'valibot'
import { forgetAccount } from '../_kit/account'
import { AppError } from '../_kit/errors'
import { closeRanks, heldPlace, releasePlace } from '../_kit/places'
import type { Action, PersonRequest } from '../_kit/action'
import type { Activity, Place, Session, Signup } from '../../typings/documents'
import { dayCap } from './day-cap'
import { sessionId } from './input'
import { loadActivity, loadSession } from './load'
import { freeUntil, LATE_CANCEL_POINTS, POINTS_WINDOW_MS, suspendedUntil } from './points'

/**
 * The row that says it first, then the place: cut off in between, the person still holds it and a retry goes on from the
 * row. The row's id is the holding's, so that a holding ends once, with its first verdict.
 */
export const cancel: Action<'activity', 'cancel'> = {
  input: strictObject({ sessionId, reason: optional(pipe(string(), maxLength(100))) }),

  async run(request, input) {
    const { store, me } = request
    const session = await loadSession(request, input.sessionId)
    const activity = await loadActivity(request, session.activityId)
    const place = await heldPlace(store, session._id, me._id)
    const { row, repeated } = place
      ? await writeRow(request, activity, session, place, input.reason)
      : { row: await lastCancelled(request, session), repeated: true }
    if (place) await releasePlace(store, place)
    await closeRanks(store, dayCap(me._id, session).key)
    if (row.points > 0) await suspend(request)
    return { sessionId: row.sessionId, late: row.points > 0, points: row.points, repeated }
  },
}

async function writeRow(
  { store, me, now }: PersonRequest,
  activity: Activity,
  session: Session,
  place: Place,
  reason: string | undefined,
): Promise<{ row: Signup; repeated: boolean }> {
  const _id = `su_${place.rid}`
  if (now < session.startAt || activity.state === 'CALLED_OFF') {
    const row = cancelled(activity, session, place, me._id, now, reason)
    if (await store.insert('signups', row)) return { row, repeated: false }
  }
  // an earlier try wrote it and was cut off: its verdict stands, even after the start
  const first = await store.get('signups', _id)
  if (!first) throw new AppError('STARTED')
  return { row: first, repeated: true }
}

function cancelled(
  activity: Activity,
  session: Session,
  { rid, no, headcount, at, startAt, endAt }: Place,
  personId: string,
  now: number,
  reason: string | undefined,
): Signup {
  const late = activity.state !== 'CALLED_OFF' && now > freeUntil(session, activity.rules)
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

async function lastCancelled({ store, me }: PersonRequest, session: Session): Promise<Signup> {
  const rows = await store.find('signups', {
    where: { sessionId: session._id, personId: me._id, state: { $in: ['CANCELLED', 'LATE_CANCELLED'] } },
    limit: 100,
  })
  const [last] = rows.sort((a, b) => b.endedAt - a.endedAt)
  if (!last) throw new AppError('NO_PLACE')
  return last
}

/** Counts anew from the rows, so that any number of retries ends in the same answer. */
async function suspend({ store, me, now }: PersonRequest): Promise<void> {
  const rows = await store.find('signups', {
    where: { personId: me._id, endedAt: { $gt: now - POINTS_WINDOW_MS } },
    orderBy: { endedAt: -1 },
    fields: ['points', 'endedAt'],
    limit: 1000,
  })
  const until = suspendedUntil(rows, now)
  if (until === undefined || until === me.suspendedUntil) return
  await store.change('persons', { _id: me._id }, { suspendedUntil: until, updatedAt: now })
  forgetAccount(me._id)
}
