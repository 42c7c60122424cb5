import { optional, strictObject } from 'valibot'
import type { Action, StaffRequest } from '../../_kit/action'
import { AppError, tryAgain } from '../../_kit/errors'
import type { Store } from '../../_kit/store'
import { AFTER_CAUSE_MS, schedule } from '../../_kit/tasks'
import type { Activity, Session } from '../../../typings/documents'
import { applyDraft } from './apply-draft'
import { spanOf } from './draft'
import { calledOff, sessionEnded } from './called-off'
import { discard } from './discard'
import { aboutToDrop, dropProposal } from './drop-proposal'
import { activityId, reason, sessionId } from '../input'
import type { Managed } from './managed'
import { loadManaged } from './managed'
import { sessionsOf } from './publish'
import { sumUp } from './sum-up'
import { unseen } from '../unseen'

/** Others may write the activity meanwhile, not for ever. */
const TURNS = 5

export const callOff: Action<'activity', 'callOff', Managed> = {
  input: strictObject({ activityId, sessionId: optional(sessionId), reason }),
  load: (request, input) => loadManaged(request, input.activityId),

  async run(request, { sessionId, reason }, { activity }) {
    const { store, now } = request
    if (sessionId === undefined && unseen(activity)) {
      await discard(request, activity)
      return { affected: 0 }
    }
    if (reason === '') throw new AppError('REASON_REQUIRED')
    const affected =
      sessionId === undefined
        ? await callOffAll(request, activity, reason)
        : await callOffOne(request, activity, sessionId, reason)
    await sumUp(store, activity._id, reason, now)
    return { affected }
  },
}

/** The activity decides: from here on nobody signs up for any of its sessions. `sumUp` tells the sessions. */
async function callOffAll({ store, now }: StaffRequest, read: Activity, reason: string): Promise<number> {
  let activity: Activity | undefined = read
  for (let turn = 0; turn < TURNS && activity; turn++) {
    if (activity.state === 'CALLED_OFF') return activity.affected ?? 0
    const { _id, rev, state }: Activity = activity.applying
      ? await applyDraft(store, activity, now)
      : activity
    const sessions = await sessionsOf(store, _id)
    const ahead = sessions.filter(session => session.state === 'ON')
    if (state !== 'PUBLISHED' || ahead.every(({ endAt }) => endAt <= now)) throw new AppError('STATE_CHANGED')
    await schedule(store, 'CALL_OFF', _id, now + AFTER_CAUSE_MS, reason)
    await aboutToDrop(store, activity, now)
    const affected = await holdersOf(store, ahead)
    const set = { ...calledOff(spanOf(sessions), reason), affected, updatedAt: now }
    if (await store.change('activities', { _id, rev }, set)) {
      await dropProposal(store, activity, set.state, now)
      return affected
    }
    activity = await store.get('activities', _id)
  }
  throw tryAgain()
}

async function callOffOne(
  { store, now }: StaffRequest,
  activity: Activity,
  sessionId: string,
  reason: string,
): Promise<number> {
  if (activity.applying) await applyDraft(store, activity, now)
  const session = await store.get('sessions', sessionId)
  if (session?.activityId !== activity._id) throw new AppError('NOT_FOUND')
  if (session.state === 'CALLED_OFF') return session.affected ?? 0
  if (session.state !== 'ON' || session.endAt <= now || activity.state !== 'PUBLISHED')
    throw new AppError('STATE_CHANGED')
  await schedule(store, 'CALL_OFF', sessionId, now + AFTER_CAUSE_MS, reason)
  const affected = await holdersOf(store, [session])
  const where = { _id: sessionId, state: 'ON' as const }
  if (await store.change('sessions', where, { ...sessionEnded, affected, updatedAt: now })) return affected
  const first = await store.get('sessions', sessionId)
  if (first?.state !== 'CALLED_OFF') throw new AppError('STATE_CHANGED')
  return first.affected ?? 0
}

/** Places that somebody holds, or is offered. */
function holdersOf(store: Store, sessions: readonly Session[]): Promise<number> {
  const pool = { $in: sessions.map(({ _id }) => _id) }
  return store.count('places', { pool, state: { $in: ['HELD', 'OFFERED'] } })
}
