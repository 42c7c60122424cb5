import { InstanceCache } from '../_kit/cache'
import { AppError } from '../_kit/errors'
import type { Request } from '../_kit/action'
import type { Activity, Session } from '../../typings/documents'
import { unseen } from './unseen'

const TTL_MS = 2000
const sessions = new InstanceCache<Session>(TTL_MS)
const activities = new InstanceCache<Activity>(TTL_MS)

type Reader = Pick<Request, 'store' | 'now'>

export async function loadSession({ store, now }: Reader, id: string): Promise<Session> {
  const session = await sessions.get(id, now, () => store.get('sessions', id))
  if (!session) throw new AppError('NOT_FOUND')
  return session
}

/** A page about to be signed up on was just read: the sign-up that follows need not read it again. */
export function rememberSessions(read: readonly Session[], now: number): void {
  for (const session of read) sessions.put(session._id, now, session)
}

/** After staff have changed an activity and its sessions. */
export function forget(activityId: string, sessionIds: readonly string[]): void {
  activities.forget(activityId)
  for (const id of sessionIds) sessions.forget(id)
}

/** What nobody published is not there for a worker. */
export async function loadActivity({ store, now }: Reader, id: string): Promise<Activity> {
  const activity = await activities.get(id, now, () => store.get('activities', id))
  if (!activity || unseen(activity)) throw new AppError('NOT_FOUND')
  return activity
}

/** Only what this instance remembers; no database call. */
export function recall(sessionId: string, now: number): { session: Session; activity: Activity } | undefined {
  const session = sessions.peek(sessionId, now)
  const activity = session && activities.peek(session.activityId, now)
  return activity && { session, activity }
}
