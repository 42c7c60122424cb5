import type { Activity, ActivityDraft, DraftSession, Org } from '../../../typings/documents'
import { liveOf, spanOf } from './draft'
import { snapshotHash } from './snapshot'

/** Who saves what, by which request. */
export interface Stamp {
  personId: string
  opId: string
  draft: ActivityDraft
}

/** Names one save and its content. */
export function opOf({ personId, opId, draft }: Stamp): NonNullable<Activity['lastOp']> {
  return { id: `${personId}:${opId}`, hash: snapshotHash(draft) }
}

export function newActivity(_id: string, org: Org, stamp: Stamp, now: number): Activity {
  const { draft, personId } = stamp
  return {
    _id,
    createdAt: now,
    updatedAt: now,
    rev: 1,
    ...unpublished(draft, org, 1),
    listed: false,
    draft,
    editorIds: [personId],
    reason: '',
    lastOp: opOf(stamp),
  }
}

/** What a save changes: of a published activity nothing that a worker sees. */
export function savedOver(activity: Activity, org: Org, stamp: Stamp, now: number) {
  const { draft, personId } = stamp
  const others = activity.editorIds.filter(id => id !== personId)
  return {
    ...(activity.state === 'PUBLISHED' ? {} : unpublished(draft, org, activity.rules.version)),
    draft,
    draftState: 'DRAFT',
    // the last one saved last
    editorIds: [...others, personId],
    lastOp: opOf(stamp),
    updatedAt: now,
  } satisfies Partial<Activity>
}

function unpublished(draft: ActivityDraft, org: Org, version: number) {
  return {
    ...liveOf(draft, org, version),
    ...spanOf(draft.sessions.map(on)),
    state: 'DRAFT',
    draftState: 'DRAFT',
  } as const
}

const on = (session: DraftSession) => ({ ...session, state: 'ON' as const })
