import { tryAgain } from '../../_kit/errors'
import type { Store } from '../../_kit/store'
import { voidApproval } from './approval'
import { afterCallOff, sessionEnded } from './called-off'
import { forget } from '../load'
import { sessionsOf } from './publish'

/** Others may write the activity meanwhile, not for ever. */
const TURNS = 5

/** Lets activity and sessions know of each other. Safe to repeat. */
export async function sumUp(store: Store, activityId: string, reason: string, now: number): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) {
    const activity = await store.get('activities', activityId)
    if (!activity) return
    if (activity.state === 'CALLED_OFF')
      await store.changeAll('sessions', { activityId, state: 'ON' }, { ...sessionEnded, updatedAt: now })
    const sessions = await sessionsOf(store, activityId)
    const change = afterCallOff(activity, sessions, reason)
    forget(
      activityId,
      sessions.map(({ _id }) => _id),
    )
    if (!change) return
    const { _id, rev } = activity
    if (!(await store.change('activities', { _id, rev }, { ...change, updatedAt: now }))) continue
    if (change.state && activity.draftState === 'REVIEWING') await voidApproval(store, activity, now)
    return
  }
  throw tryAgain()
}
