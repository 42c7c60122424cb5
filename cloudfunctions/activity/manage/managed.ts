import { AppError } from '../../_kit/errors'
import type { Request, Subject } from '../../_kit/action'
import type { Activity, Session } from '../../../typings/documents'

/** What the actions of the organisers are about. */
export interface Managed extends Subject {
  activity: Activity
}

/** As it is now: who edits never reads what an instance remembers. */
export async function loadManaged({ store }: Pick<Request, 'store'>, activityId: string): Promise<Managed> {
  const activity = await store.get('activities', activityId)
  if (!activity) throw new AppError('NOT_FOUND')
  return { orgPath: activity.orgPath, activity }
}

export interface ManagedOne extends Managed {
  session: Session
}

export async function loadManagedSession(
  request: Pick<Request, 'store'>,
  sessionId: string,
): Promise<ManagedOne> {
  const session = await request.store.get('sessions', sessionId)
  if (!session) throw new AppError('NOT_FOUND')
  return { ...(await loadManaged(request, session.activityId)), session }
}
