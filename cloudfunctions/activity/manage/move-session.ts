import type { Store } from '../../_kit/store'
import { AFTER_CAUSE_MS, schedule } from '../../_kit/tasks'
import { timesOf } from './draft'
import type { Move } from './publication'
import { changeOf } from './publication'
import { nextReminder } from '../holding/reminder'
import { finishTime, lapseTime } from './session-tasks'

/**
 * Moves everything that knows the times of a session, and the session itself last: as long as it stands where it was, a
 * try after a crash does all of it again.
 */
export async function moveSession(store: Store, move: Move, now: number): Promise<void> {
  const { session, to } = move
  const { _id: sessionId, state } = session
  const { startAt, endAt } = to
  const change = changeOf(move)
  if (finishTime(to) !== finishTime(session)) await schedule(store, 'FINISH', sessionId, finishTime(to))
  if (lapseTime(to) !== lapseTime(session)) await schedule(store, 'LAPSE', sessionId, lapseTime(to))
  if (startAt !== session.startAt || endAt !== session.endAt) {
    await store.changeAll('places', { pool: sessionId }, { startAt, endAt })
    await store.changeAll('waits', { sessionId, state: { $in: ['WAITING', 'OFFERED'] } }, { startAt, endAt })
  }
  if (startAt !== session.startAt)
    await store.changeAll(
      'places',
      { pool: sessionId, state: 'HELD', step: { $in: ['', 'REMIND_DAY', 'REMIND_SOON'] } },
      nextReminder(startAt, now),
    )
  if (change !== '') await schedule(store, 'CHANGED', sessionId, now + AFTER_CAUSE_MS, change)
  await store.change(
    'sessions',
    { _id: sessionId, state },
    { ...timesOf(to), spot: to.spot, updatedAt: now, ...(change !== '' && { movedAt: now }) },
  )
}
