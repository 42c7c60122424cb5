import type { Session } from '../../typings/documents'
import type { StaffRequest } from '../_kit/action'
import type { InHand } from './in-hand'
import { SOON_MS } from './in-hand'

const MOST_SESSIONS = 200

/** A session that is near, runs, or is over and not finished, with what is on its roll. */
export interface NearSession {
  session: Pick<Session, '_id' | 'activityId' | 'startAt' | 'endAt'>
  activity: InHand
  held: number
  attended: number
  pending: number
}

/** By start. Three calls, none where no session is near. */
export async function nearSessions(
  { store, now }: StaffRequest,
  activities: readonly InHand[],
): Promise<NearSession[]> {
  const byId = new Map(activities.filter(hasNear(now)).map(activity => [activity._id, activity]))
  if (byId.size === 0) return []
  const sessions = await store.find('sessions', {
    where: { activityId: { $in: [...byId.keys()] }, state: 'ON', startAt: { $lt: now + SOON_MS } },
    orderBy: { startAt: 1 },
    fields: ['_id', 'activityId', 'startAt', 'endAt'],
    limit: MOST_SESSIONS,
  })
  const ids = sessions.map(({ _id }) => _id)
  const [held, rows] = await Promise.all([
    store.aggregate<Counted<string>>(
      'places',
      [{ $match: { pool: { $in: ids }, state: 'HELD' } }, { $group: { _id: '$pool', count: { $sum: 1 } } }],
      MOST_SESSIONS,
    ),
    store.aggregate<Counted<{ session: string; state: string }>>(
      'signups',
      [
        { $match: { sessionId: { $in: ids }, state: { $in: ['ATTENDED', 'PENDING'] } } },
        { $group: { _id: { session: '$sessionId', state: '$state' }, count: { $sum: 1 } } },
      ],
      2 * MOST_SESSIONS,
    ),
  ])
  const said = (session: string, state: string) =>
    rows.find(({ _id }) => _id.session === session && _id.state === state)?.count ?? 0
  return sessions.flatMap(session => {
    const { _id, activityId } = session
    const activity = byId.get(activityId)
    const counts = { attended: said(_id, 'ATTENDED'), pending: said(_id, 'PENDING') }
    const places = held.find(({ _id: pool }) => pool === _id)?.count ?? 0
    return activity ? [{ session, activity, held: places, ...counts }] : []
  })
}

interface Counted<Id> {
  _id: Id
  count: number
}

const hasNear =
  (now: number) =>
  ({ listed, times }: InHand): boolean =>
    listed && times.some(({ state, startAt }) => state === 'ON' && startAt < now + SOON_MS)
