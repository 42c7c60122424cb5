import { finishSession } from '../activity/roll/finish-session'
import { finishTime } from '../activity/manage/session-tasks'
import { sessionOf } from './sessions-of'
import type { TaskHandler } from './task'

/** A day after the end nobody is waited for any more. */
export const finish: TaskHandler = async ({ store, now }, { refId }) => {
  const known = await sessionOf(store, refId)
  if (!known) return 'DONE'
  const { session, activity } = known
  if (session.state === 'CALLED_OFF' || activity.state === 'CALLED_OFF') return 'DONE'
  if (now < finishTime(session)) return { until: finishTime(session) }
  await finishSession(store, session, activity, now, true)
  return 'DONE'
}
