import { approvalReasons } from '../../../miniprogram/shared/notice-texts'
import type { Store } from '../../_kit/store'
import { AFTER_CAUSE_MS, schedule } from '../../_kit/tasks'
import type { Activity, Approval } from '../../../typings/documents'
import { approvalIdOf, isCurrent, voidApproval } from './approval'
import { tellProposer } from './approval-notices'

/** Requests about one activity that lead nowhere at the same time. */
const MOST = 100

/** Before the write that drops what waits for a second person: cut off after it, `dropForsaken` does the rest. */
export async function aboutToDrop(
  store: Store,
  { _id, draftState }: Pick<Activity, '_id' | 'draftState'>,
  now: number,
): Promise<void> {
  if (draftState === 'REVIEWING') await schedule(store, 'APPLY', _id, now + AFTER_CAUSE_MS)
}

/** After that write. `was`: the activity before it; `state`: what it is since. */
export async function dropProposal(
  store: Store,
  was: Activity,
  state: Activity['state'],
  now: number,
): Promise<void> {
  if (was.draftState !== 'REVIEWING') return
  if (state === 'FINISHED' || state === 'CALLED_OFF') {
    const approval = await store.get('approvals', approvalIdOf(was))
    if (approval?.state === 'PENDING') await tellOver(store, approval, state, now)
  }
  await voidApproval(store, was, now)
}

/**
 * Ends requests that nobody can decide any more: whoever dropped what they ask for, or asked and did not come to submit
 * it, was cut off. Only those so old that nobody is about to submit it.
 */
export async function dropForsaken(store: Store, activity: Activity, now: number): Promise<void> {
  const updatedAt = { $lte: now - AFTER_CAUSE_MS }
  const where = { refId: activity._id, state: 'PENDING' as const, updatedAt }
  const waiting = await store.find('approvals', { where, limit: MOST })
  const { state } = activity
  for (const approval of waiting.filter(one => !isCurrent(one, activity))) {
    if (state === 'FINISHED' || state === 'CALLED_OFF') await tellOver(store, approval, state, now)
    const { _id, rev } = approval
    await store.change('approvals', { _id, rev, state: 'PENDING' }, { state: 'VOID', updatedAt: now })
  }
}

/** Who asked would wait for what can be no more. */
function tellOver(
  store: Store,
  approval: Approval,
  why: keyof typeof approvalReasons,
  now: number,
): Promise<void> {
  return tellProposer(store, { ...approval, state: 'RETURNED', reason: approvalReasons[why] }, now)
}
