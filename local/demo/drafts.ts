import { snapshotHash } from '../../cloudfunctions/activity/manage/snapshot'
import { spanOf } from '../../cloudfunctions/activity/manage/draft'
import { nameOwner } from '../../cloudfunctions/account/self/me'
import { seal } from '../../cloudfunctions/_kit/crypto'
import type { Secrets } from '../../cloudfunctions/_kit/keys'
import type { Activity, ActivityDraft, Approval } from '../../typings/documents'
import { activityOf, sessionOf } from './activities'
import type { Programme } from './programme'
import { shanghaiTime } from './shanghai-time'

/** An activity that is still being written: its sessions stand in the draft only. */
export function draftActivity(programme: Programme, editorId: string, savedAt: number): Activity {
  const activity = activityOf(programme)
  const { kind, mode, art, title, body, coverId, orgId, audience, rules, questions } = activity
  const sessions = programme.slots.map((slot, i) => sessionOf(programme, slot, i))
  const draft: ActivityDraft = {
    kind,
    mode,
    art,
    title,
    body,
    coverId,
    orgId,
    audience,
    notes: rules.notes,
    cancelBeforeMin: rules.cancelBeforeMin,
    groupMax: rules.groupMax,
    questions,
    budgetFen: programme.budgetFen ?? 0,
    sessions: sessions.map(({ startAt, endAt, openAt, closeAt, spot, maxNo: places }) => ({
      startAt,
      endAt,
      openAt,
      closeAt,
      spot,
      places,
      kept: [],
    })),
  }
  return {
    ...activity,
    ...spanOf(sessions),
    budgetFen: draft.budgetFen,
    createdAt: savedAt,
    updatedAt: savedAt,
    listed: false,
    draft,
    draftState: programme.state === 'REVIEWING' ? 'REVIEWING' : 'DRAFT',
    editorIds: [editorId],
  }
}

/** What waits for a second person. */
export function approvalOf(
  { _id, rev, title, orgId, orgName, orgPath, draft, updatedAt }: Activity,
  proposer: { personId: string; name: string },
  secrets: Secrets,
): Approval[] {
  if (!draft) return []
  return [
    {
      _id: `apv_ACTIVITY_${_id}_${rev}`,
      createdAt: updatedAt,
      updatedAt,
      rev: 1,
      kind: 'ACTIVITY',
      refId: _id,
      title,
      orgId,
      orgName,
      orgPath,
      amountFen: draft.budgetFen,
      proposerId: proposer.personId,
      proposerName: seal(proposer.name, nameOwner(proposer.personId), secrets),
      snapshotHash: snapshotHash(draft),
      state: 'PENDING',
    },
  ]
}

export const SAVED_AT = shanghaiTime('2026-09-15', '16:20')
