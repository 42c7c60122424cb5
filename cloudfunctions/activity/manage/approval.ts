import type { Store } from '../../_kit/store'
import type { Activity, ActivityDraft, Approval, Person } from '../../../typings/documents'
import { nameOwner } from '../../account/self/me'
import { seal } from '../../_kit/crypto'
import { secrets } from '../../_kit/keys'
import { snapshotHash } from './snapshot'

/** Of the revision that was submitted last. */
export function approvalIdOf({ _id, rev, submittedRev = rev }: Activity): string {
  return `apv_ACTIVITY_${_id}_${submittedRev}`
}

/** Public money wants a second person: for a new activity any, for a published one each change of it, or of whose it is. */
export function needsApproval({ state, budgetFen, orgId }: Activity, draft: ActivityDraft): boolean {
  if (state === 'PUBLISHED' && draft.budgetFen !== budgetFen) return true
  return draft.budgetFen > 0 && (state !== 'PUBLISHED' || draft.orgId !== orgId)
}

/** What is asked of the second person, in the organisation that the activity is to have. Sealed with the proposer's name as in `persons`; '' of who never registered. */
export function approvalOf(
  activity: Activity,
  draft: ActivityDraft,
  proposerId: string,
  proposer: Person | undefined,
  now: number,
): Approval {
  const { _id: refId, orgId, orgName, orgPath } = activity
  return {
    _id: approvalIdOf({ ...activity, submittedRev: activity.rev }),
    createdAt: now,
    updatedAt: now,
    rev: 1,
    kind: 'ACTIVITY',
    refId,
    title: draft.title,
    orgId,
    orgName,
    orgPath,
    amountFen: draft.budgetFen,
    proposerId,
    proposerName: proposer?.name ?? seal('', nameOwner(proposerId), secrets()),
    snapshotHash: snapshotHash(draft),
    state: 'PENDING',
  }
}

/** Asks. Asked before for the same revision, it is asked anew, should that have been voided. */
export async function putApproval(store: Store, approval: Approval): Promise<void> {
  if (await store.insert('approvals', approval)) return
  const { _id, state, updatedAt } = approval
  await store.change('approvals', { _id, state: { $in: ['VOID', 'PENDING'] } }, { state, updatedAt })
}

/** It was written on meanwhile. */
export async function voidApproval(store: Store, activity: Activity, now: number): Promise<void> {
  const where = { _id: approvalIdOf(activity), state: 'PENDING' as const }
  await store.change('approvals', where, { state: 'VOID', updatedAt: now })
}

/** What was asked is what stands there now. */
export function isCurrent({ _id, snapshotHash: asked }: Approval, activity: Activity | undefined): boolean {
  if (!activity?.draft || activity.draftState !== 'REVIEWING') return false
  return _id === approvalIdOf(activity) && asked === snapshotHash(activity.draft)
}
