import { boolean, optional, pipe, regex, strictObject, string } from 'valibot'
import type { Action, StaffRequest, Subject } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import type { Setting } from '../../_kit/tasks'
import { AFTER_CAUSE_MS, schedule, settleTask } from '../../_kit/tasks'
import type { Activity, Approval } from '../../../typings/documents'
import { applyDraft } from './apply-draft'
import { isCurrent } from './approval'
import { openOrgOf } from './draft-org'
import { missing, pastFault, refuse, timeFault } from './draft-rules'
import { reason } from '../input'
import { loadManaged } from './managed'
import { sessionsOf } from './publish'

interface Asked extends Subject {
  approval: Approval
  activity: Activity
}

const approvalId = pipe(string(), regex(/^apv_ACTIVITY_ac_[0-7][0-9A-HJKMNP-TV-Z]{25}_\d{1,9}$/))

export const decide: Action<'activity', 'decide', Asked> = {
  input: strictObject({ approvalId, agree: boolean(), reason: optional(reason) }),

  async load(request, { approvalId }) {
    const approval = await request.store.get('approvals', approvalId)
    if (!approval) throw new AppError('NOT_FOUND')
    const { activity } = await loadManaged(request, approval.refId)
    return { orgPath: approval.orgPath, approval, activity }
  },

  async run(request, { agree, reason = '' }, asked) {
    const { store, now } = request
    const { approval, activity } = asked
    const state = agree ? 'AGREED' : 'RETURNED'
    const repeated = approval.state === state && approval.deciderId === request.personId
    const task = repeated ? undefined : await answer(request, asked, state, reason)
    const done = await applyDraft(store, activity, now)
    // saved by another in the same instant: what was agreed to is not there any more
    if (!repeated && done.draftState === 'DRAFT' && done.draft) throw await lapse(request, approval, state)
    if (task) await settleTask(store, task)
    return { activityId: done._id, state: done.state, draftState: done.draftState }
  },
}

/** Answers the task that does what follows, should this end here. */
async function answer(
  request: StaffRequest,
  { approval, activity }: Asked,
  state: 'AGREED' | 'RETURNED',
  reason: string,
): Promise<Setting | undefined> {
  const { store, personId, now } = request
  if ([approval.proposerId, ...activity.editorIds].includes(personId)) throw new AppError('SELF_REVIEW')
  if (approval.state === 'VOID') throw new AppError('APPROVAL_STALE')
  if (approval.state !== 'PENDING') throw new AppError('STATE_CHANGED')
  if (!isCurrent(approval, activity)) throw await lapse(request, approval, 'PENDING')
  if (state === 'RETURNED' && reason === '') throw new AppError('REASON_REQUIRED')
  const { draft } = activity
  if (state === 'AGREED' && draft) {
    await openOrgOf(store, draft)
    refuse(missing(draft) ?? timeFault(draft) ?? pastFault(draft, await sessionsOf(store, activity._id), now))
  }
  const task = await schedule(store, 'APPLY', activity._id, now + AFTER_CAUSE_MS)
  const where = { _id: approval._id, state: 'PENDING' as const }
  const set = { state, deciderId: personId, reason, updatedAt: now }
  if (await store.change('approvals', where, set)) return task
  const first = await store.get('approvals', approval._id)
  if (first?.state === 'VOID') throw new AppError('APPROVAL_STALE')
  if (first?.state !== state || first.deciderId !== personId) throw new AppError('STATE_CHANGED')
  return task
}

/** Unless it was decided meanwhile by another. */
async function lapse(
  { store, now }: StaffRequest,
  { _id }: Approval,
  state: Approval['state'],
): Promise<AppError> {
  await store.change('approvals', { _id, state }, { state: 'VOID', updatedAt: now })
  return new AppError('APPROVAL_STALE')
}
