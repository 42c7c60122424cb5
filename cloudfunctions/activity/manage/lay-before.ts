import type { StaffRequest } from '../../_kit/action'
import type { Activity, ActivityDraft, Org } from '../../../typings/documents'
import { approvalOf, isCurrent, putApproval, voidApproval } from './approval'

/** Lays this revision before a second person. Schedule APPLY before. Undefined when it was changed meanwhile. */
export async function layBefore(
  { store, personId, now }: Pick<StaffRequest, 'store' | 'personId' | 'now'>,
  activity: Activity,
  draft: ActivityDraft,
  { _id: orgId, name: orgName, path: orgPath }: Pick<Org, '_id' | 'name' | 'path'>,
): Promise<Activity | undefined> {
  const { _id, rev, editorIds } = activity
  const proposer = await store.get('persons', personId)
  const proposed = { ...activity, orgId, orgName, orgPath }
  const approval = approvalOf(proposed, draft, personId, proposer, now)
  await putApproval(store, approval)
  const set = {
    draftState: 'REVIEWING',
    submittedRev: rev,
    // who submits decides no more than who wrote, also where another asked for the same in the same instant
    editorIds: editorIds.includes(personId) ? editorIds : [personId, ...editorIds],
    reason: '',
    updatedAt: now,
    ...(activity.state === 'DRAFT' && { state: 'REVIEWING' }),
  } satisfies Partial<Activity>
  if (await store.change('activities', { _id, rev }, set)) return { ...activity, ...set, rev: rev + 1 }
  // another may have laid the same revision before: then it is theirs as well
  if (!isCurrent(approval, await store.get('activities', _id)))
    await voidApproval(store, { ...activity, submittedRev: rev }, now)
  return undefined
}
