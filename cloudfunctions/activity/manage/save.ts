import { optional, strictObject } from 'valibot'
import type { Action, StaffRequest, Subject } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { derivedUlid } from '../../_kit/ids'
import type { SaveActivity } from '../../../typings/api/activity'
import type { Activity, ActivityDraft, Org } from '../../../typings/documents'
import { applyDraft } from './apply-draft'
import { voidApproval } from './approval'
import { checkCover } from '../cover'
import { openOrgOf } from './draft-org'
import { publishedFault, refuse, timeFault } from './draft-rules'
import { draftSchema } from './draft-schema'
import { aboutToDrop, dropProposal } from './drop-proposal'
import { editableOf } from './editable'
import { activityId, opId, revision } from '../input'
import { loadManaged } from './managed'
import { sessionsOf } from './publish'
import type { Stamp } from './saved'
import { newActivity, opOf, savedOver } from './saved'

interface Saved extends Subject {
  /** The organisation the draft names. */
  org: Org
  /** Absent for a new one. */
  activity?: Activity
}

export const save: Action<'activity', 'save', Saved> = {
  input: strictObject({ activityId: optional(activityId), opId, rev: revision, draft: draftSchema }),

  async load(request, { activityId, draft }) {
    const [managed, org] = await Promise.all([
      activityId === undefined ? undefined : loadManaged(request, activityId),
      openOrgOf(request.store, draft),
    ])
    return managed ? { ...managed, org } : { orgPath: org.path, org }
  },

  async run(request, input, { org, activity }) {
    if (!request.scope.covers(org.path)) throw new AppError('OUT_OF_SCOPE')
    refuse(timeFault(input.draft))
    const saved = activity
      ? await overwrite(request, input, org, activity)
      : await create(request, input, org)
    return editableOf(request, saved)
  },
}

/** The id is made of the person and the request: a second tap meets the first one's activity. */
async function create(request: StaffRequest, input: SaveActivity, org: Org): Promise<Activity> {
  const { store, personId, now } = request
  const { draft, opId } = input
  if (input.rev !== 0) throw new AppError('STALE_REV')
  const stamp = { personId, opId, draft }
  const _id = `ac_${derivedUlid(`activity|${personId}|${opId}`)}`
  const known = await store.get('activities', _id)
  if (known) return sameAgain(request, stamp, known)
  refuse(publishedFault(draft, []))
  if (draft.coverId !== '') await checkCover(draft.coverId)
  const activity = newActivity(_id, org, stamp, now)
  if (await store.insert('activities', activity)) return activity
  return sameAgain(request, stamp, await store.get('activities', _id))
}

async function overwrite(
  request: StaffRequest,
  input: SaveActivity,
  org: Org,
  activity: Activity,
): Promise<Activity> {
  const { store, personId, now } = request
  const { draft, rev, opId } = input
  const stamp = { personId, opId, draft }
  if (activity.lastOp?.id === opOf(stamp).id) return sameAgain(request, stamp, activity)
  if (activity.applying) await applyDraft(store, activity, now)
  if (activity.applying || activity.rev !== rev) throw new AppError('STALE_REV')
  await refuseUnfit(request, activity, draft)
  const set = savedOver(activity, org, stamp, now)
  await aboutToDrop(store, activity, now)
  if (!(await store.change('activities', { _id: activity._id, rev }, set))) {
    const raced = await store.get('activities', activity._id)
    if (raced?.lastOp?.id !== set.lastOp.id) throw new AppError('STALE_REV')
    return sameAgain(request, stamp, raced)
  }
  await dropProposal(store, activity, activity.state, now)
  return { ...activity, ...set, rev: rev + 1 }
}

const closed: readonly Activity['state'][] = ['FINISHED', 'CALLED_OFF', 'DISCARDED']

async function refuseUnfit({ store }: StaffRequest, activity: Activity, draft: ActivityDraft): Promise<void> {
  const { _id, state, mode, coverId } = activity
  if (closed.includes(state)) throw new AppError('STATE_CHANGED')
  // who holds a number, or was told there are none, would be left with neither
  if (state === 'PUBLISHED' && draft.mode !== mode) throw new AppError('INVALID_INPUT', { field: 'mode' })
  refuse(publishedFault(draft, state === 'PUBLISHED' ? await sessionsOf(store, _id) : []))
  const known = activity.draft?.coverId ?? coverId
  if (draft.coverId !== '' && draft.coverId !== known) await checkCover(draft.coverId)
}

/** The same request once more: what it did first, and what it may have left undone. */
async function sameAgain(
  { store, now }: StaffRequest,
  stamp: Stamp,
  activity: Activity | undefined,
): Promise<Activity> {
  const { id, hash } = opOf(stamp)
  if (activity?.lastOp?.id !== id || activity.lastOp.hash !== hash) throw new AppError('OP_MISMATCH')
  const left = activity.submittedRev !== undefined && activity.draftState === 'DRAFT'
  if (left) await voidApproval(store, activity, now)
  return activity
}
