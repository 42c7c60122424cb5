import type { Store } from '../../_kit/store'
import type { Activity, Approval } from '../../../typings/documents'
import { approvalIdOf, isCurrent } from './approval'
import { tellApprovers, tellProposer } from './approval-notices'
import { beginPublishing, carryOut } from './publish'

/**
 * Goes on from wherever a submission or a decision stopped, and answers the activity as it is then. Done before, it
 * changes nothing.
 */
export async function applyDraft(store: Store, activity: Activity, now: number): Promise<Activity> {
  if (activity.applying) return publishBegun(store, activity, now)
  if (activity.draftState === 'DRAFT' || activity.submittedRev === undefined) return activity
  const approval = await store.get('approvals', approvalIdOf(activity))
  if (!approval) return activity
  if (activity.draftState === 'RETURNED') {
    if (approval.state === 'RETURNED') await tellProposer(store, approval, now)
    return activity
  }
  if (!isCurrent(approval, activity)) return activity
  if (approval.state === 'PENDING') await tellApprovers(store, activity, approval, now)
  if (approval.state === 'AGREED') return publishAgreed(store, activity, now)
  return approval.state === 'RETURNED' ? giveBack(store, activity, approval, now) : activity
}

async function publishAgreed(store: Store, activity: Activity, now: number): Promise<Activity> {
  const begun = await beginPublishing(store, activity, activity.submittedRev ?? activity.rev, now)
  return begun ? publishBegun(store, begun, now) : again(store, activity, now)
}

/** Nothing comes between any more: who asked is told before the draft is in force, for no later try would know of it. */
async function publishBegun(store: Store, begun: Activity, now: number): Promise<Activity> {
  const approval =
    begun.draftState === 'REVIEWING' ? await store.get('approvals', approvalIdOf(begun)) : undefined
  if (approval) await tellProposer(store, approval, now)
  return carryOut(store, begun, now)
}

async function giveBack(
  store: Store,
  activity: Activity,
  approval: Approval,
  now: number,
): Promise<Activity> {
  const { _id, rev, state } = activity
  const set = {
    draftState: 'RETURNED',
    reason: approval.reason ?? '',
    updatedAt: now,
    ...(state === 'REVIEWING' && { state: 'DRAFT' }),
  } satisfies Partial<Activity>
  if (!(await store.change('activities', { _id, rev }, set))) return again(store, activity, now)
  await tellProposer(store, approval, now)
  return { ...activity, ...set, rev: rev + 1 }
}

/** Somebody wrote it meanwhile: another try, a save, or a session that was finished. Each leads to an end. */
async function again(store: Store, { _id, rev }: Activity, now: number): Promise<Activity> {
  const activity = await store.get('activities', _id)
  if (!activity || activity.rev === rev) throw new Error(`${_id} is neither changed nor as it was`)
  return applyDraft(store, activity, now)
}
