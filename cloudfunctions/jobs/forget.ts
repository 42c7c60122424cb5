import { forgetTime } from '../activity/manage/session-tasks'
import type { TaskHandler } from './task'

/** Erases what people answered when they signed up, or joined the queue. */
export const forget: TaskHandler = async ({ store, now }, { refId: pool }) => {
  const session = await store.get('sessions', pool)
  if (session && now < forgetTime(session)) return { until: forgetTime(session) }
  await store.changeAll('places', { pool, answers: { $ne: null } }, { answers: null })
  await store.changeAll('waits', { sessionId: pool, answers: { $ne: null } }, { answers: null })
  return 'DONE'
}
