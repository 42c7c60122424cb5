import type { StaffRequest } from '../../_kit/action'
import type { Editable, InForce } from '../../../typings/api/activity'
import type { Activity, Session } from '../../../typings/documents'
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
    ...(state === 'PUBLISHED' && activity.draft && { inForce: inForceOf(activity, sessions) }),
    reason,
    orgName,
    updatedAt,
    updatedBy,
    ...(coverUrl !== undefined && { coverUrl }),
    sessions: managed,
  }
}

function inForceOf(activity: Activity, all: readonly Session[]): InForce {
  const { title, orgId, budgetFen, sessions } = draftOf({ ...activity, draft: null }, all)
  return { title, orgId, budgetFen, sessions }
}

async function lastEditor({ store, personId }: StaffRequest, { editorIds }: Activity): Promise<string> {
  const last = editorIds.at(-1)
  if (last === undefined || last === personId) return ''
  return (await namedPeople(store, [last])).get(last)?.name ?? ''
}
