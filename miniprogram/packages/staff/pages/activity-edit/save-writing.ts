import type { Editable, SaveActivity } from '../../../../../typings/api/activity'
import type { ActivityDraft } from '../../../../../typings/documents'
import { activities } from '../../../../services/activity'
import { attempt } from '../../../../services/attempt'
import type { Writing } from '../../../../services/draft'
import { AppFailure, isUnreached } from '../../../../services/failure'
import { opId } from '../../../../services/op-id'
import { sameDraft } from '../../draft/difference'
import { trimmed } from './parts'

/** What is written on from what the server has. */
export const writingOf = ({ activityId, rev, draft }: Editable): Writing => ({
  activityId,
  opId: opId(),
  rev,
  base: draft,
  draft,
})

/** How far a saving has come; kept with what is written. */
type Progress = Pick<Writing, 'activityId' | 'opId' | 'rev' | 'sent'>

/**
 * Saves what was written and tells `keep` how far it came. The answer to an earlier save may have been lost: that one is
 * asked for once more before, so that it makes no second activity and is no stranger's change.
 */
export async function saveWriting(writing: Writing, keep: (progress: Progress) => void): Promise<Editable> {
  const draft = trimmed(writing.draft)
  const { sent } = writing
  if (!sent || sameDraft(sent, draft)) return send(writing, draft, keep)
  const before = writingOf(await send(writing, sent, keep))
  const { activityId, opId, rev } = before
  keep({ activityId, opId, rev, sent: undefined })
  return send(before, draft, keep)
}

async function send(
  { activityId, opId, rev }: Writing,
  draft: ActivityDraft,
  keep: (progress: Progress) => void,
): Promise<Editable> {
  keep({ activityId, opId, rev, sent: draft })
  const input: SaveActivity = { ...(activityId && { activityId }), opId, rev, draft }
  const saved = await attempt(() => activities.save(input))
  if (saved.ok) return saved.value
  const { code, detail } = saved.failure
  // refused: nothing was saved under this name
  if (!isUnreached({ code })) keep({ activityId, opId, rev, sent: undefined })
  throw new AppFailure(code, detail)
}
