import { strictObject } from 'valibot'
import type { Action, StaffRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import type { Setting } from '../../_kit/tasks'
import { AFTER_CAUSE_MS, schedule, settleTask } from '../../_kit/tasks'
import type { Activity } from '../../../typings/documents'
import { applyDraft } from './apply-draft'
import { needsApproval } from './approval'
import { checkContent } from './content'
import { openOrgOf } from './draft-org'
import { missing, pastFault, refuse, timeFault } from './draft-rules'
import { editableOf } from './editable'
import { layBefore } from './lay-before'
import { activityId, revision } from '../input'
import type { Managed } from './managed'
import { loadManaged } from './managed'
import { beginPublishing, sessionsOf } from './publish'

export const submit: Action<'activity', 'submit', Managed> = {
  input: strictObject({ activityId, rev: revision }),
  load: (request, input) => loadManaged(request, input.activityId),

  async run(request, { rev }, { activity }) {
    const { store, now } = request
    const { submittedRev, draft, draftState, applying = false } = activity
    // submitted by an earlier try: what that one began is finished
    const repeated = submittedRev === rev && (applying || !draft || draftState === 'REVIEWING')
    const { begun, task } = repeated ? { begun: activity } : await begin(request, activity, rev)
    const done = await applyDraft(store, begun, now)
    if (task) await settleTask(store, task)
    return editableOf(request, done)
  },
}

interface Begun {
  begun: Activity
  /** Does what follows, should this end here. */
  task?: Setting | undefined
}

/** The one write that decides: this revision is published, or laid before a second person. */
async function begin(request: StaffRequest, activity: Activity, rev: number): Promise<Begun> {
  const { store, openid, scope, now } = request
  if (activity.applying || activity.rev !== rev) throw new AppError('STALE_REV')
  const { _id, draft, draftState, state } = activity
  const writable = state === 'DRAFT' || state === 'PUBLISHED'
  if (!draft || !writable || draftState === 'REVIEWING') throw new AppError('STATE_CHANGED')
  const org = await openOrgOf(store, draft)
  // saved by who reaches further
  if (!scope.covers(org.path)) throw new AppError('OUT_OF_SCOPE')
  refuse(missing(draft) ?? timeFault(draft) ?? pastFault(draft, await sessionsOf(store, _id), now))
  await checkContent(draft, openid)
  const task = await schedule(store, 'APPLY', _id, now + AFTER_CAUSE_MS)
  const begun = needsApproval(activity, draft)
    ? await layBefore(request, activity, draft, org)
    : await beginPublishing(store, activity, rev, now)
  if (!begun) throw new AppError('STALE_REV')
  return { begun, task }
}
