import { fitPlaces } from '../../_kit/places/capacity'
import type { Store } from '../../_kit/store'
import type { Activity, Session } from '../../../typings/documents'
import { settleQueue } from './settle-queue'

/** Makes the places of a session what it says, and passes what is new to its queue. Any try completes another. */
export async function fitSession(
  store: Store,
  session: Session,
  activity: Activity,
  now: number,
): Promise<void> {
  const { _id: pool, activityId: refId } = session
  if (session.state !== 'ON' || activity.mode === 'OPEN') return
  const waiting = await store.count('waits', { sessionId: pool, state: 'WAITING' })
  await fitPlaces(store, { ...session, pool, refId }, waiting, now)
  await settleQueue(store, session, activity, now)
}
