import { tryAgain } from '../../_kit/errors'
import type { Store } from '../../_kit/store'
import { applyDraft } from './apply-draft'
import { afterCallOff, sessionEnded } from './called-off'
import { aboutToDrop, dropProposal } from './drop-proposal'
import { forget } from '../load'
import { sessionsOf } from './publish'

/** Others may write the activity meanwhile, not for ever. */
const TURNS = 5

/** Lets activity and sessions know of each other. Safe to repeat. */
export async function sumUp(store: Store, activityId: string, reason: string, now: number): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) {
    const read = await store.get('activities', activityId)
    if (!read) return
    // what is being published may add a session
    const activity = read.applying ? await applyDraft(store, read, now) : read
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
    if (change.state) await aboutToDrop(store, activity, now)
    if (!(await store.change('activities', { _id, rev }, { ...change, updatedAt: now }))) continue
    if (change.state) await dropProposal(store, activity, change.state, now)
    return
  }
  throw tryAgain()
}
