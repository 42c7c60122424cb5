import type { StaffRequest } from '../../_kit/action'
import type { Editable } from '../../../typings/api/activity'
import type { Activity } from '../../../typings/documents'
import { coverUrls } from '../cover'
import { draftOf } from './draft'
import { managedSessions } from './managed-session'
import { namedPeople } from '../roll/people-named'
import { activityPhase } from '../phase'
import { sessionsOf } from './publish'

/** An activity as its staff edit it. */
export async function editableOf(request: StaffRequest, activity: Activity): Promise<Editable> {
  const { store, now } = request
  const sessions = await sessionsOf(store, activity._id)
  const draft = draftOf(activity, sessions)
  const [managed, updatedBy, covers] = await Promise.all([
    managedSessions(store, sessions),
    lastEditor(request, activity),
    coverUrls([draft.coverId], now),
  ])
  const { _id: activityId, rev, state, draftState, reason, orgName, updatedAt } = activity
  const coverUrl = covers.get(draft.coverId)
  return {
    activityId,
    rev,
    state,
    draftState,
    phase: activityPhase(activity, now),
    draft,
    changed: activity.draft !== null,
    reason,
    orgName,
    updatedAt,
    updatedBy,
    ...(coverUrl !== undefined && { coverUrl }),
    sessions: managed,
  }
}

async function lastEditor({ store, personId }: StaffRequest, { editorIds }: Activity): Promise<string> {
  const last = editorIds.at(-1)
  if (last === undefined || last === personId) return ''
  return (await namedPeople(store, [last])).get(last)?.name ?? ''
}
