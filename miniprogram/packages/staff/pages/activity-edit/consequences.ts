import type { Editable, InForce } from '../../../../../typings/api/activity'
import type { ActivityDraft, DraftSession } from '../../../../../typings/documents'
import { when } from '../../../../shared/time'
import { sameDraft } from '../../draft/difference'
import { money } from '../../../../shared/money'

/** What somebody should know before they publish, a sentence each. */
export interface Consequence {
  /** Tells people, or needs somebody. */
  heavy: boolean
  text: string
}

function moved(before: DraftSession, after: DraftSession): string[] {
  const time = before.startAt !== after.startAt || before.endAt !== after.endAt
  const { name, address } = after.spot
  const spot = before.spot.name !== name || before.spot.address !== address
  return [
    time ? `时间由 ${when(before.startAt, before.endAt)} 改为 ${when(after.startAt, after.endAt)}` : '',
    spot ? `地点由${before.spot.name}改为${name}` : '',
  ].filter(Boolean)
}

/** What a published activity says to those who signed up, whatever was written since. */
const standing = ({ inForce, draft }: Editable): InForce => inForce ?? draft

/** What its holders hear of, and how many of them there are. */
function told(editable: Editable, draft: ActivityDraft): Consequence[] {
  const inForce = standing(editable)
  const { sessions } = editable
  const retitled = inForce.title !== draft.title
  const changes = retitled ? [`名称由“${inForce.title}”改为“${draft.title}”`] : []
  let held = 0
  for (const { sessionId, held: own } of sessions) {
    const before = inForce.sessions.find(one => one.sessionId === sessionId)
    const after = draft.sessions.find(one => one.sessionId === sessionId)
    const moves = before && after ? moved(before, after) : []
    changes.push(...moves)
    if (retitled || moves.length > 0) held += own
  }
  if (changes.length === 0) return []
  const notice =
    held > 0 ? `持有名额的 ${held} 位职工会收到通知，不便参加的可以免责取消。` : '还没有人报名，不发通知。'
  return [
    { heavy: true, text: `${[...new Set(changes)].join('，')}。` },
    { heavy: held > 0, text: notice },
  ]
}

/** Public money wants a second person: for a new activity any, for a published one each change of it, or of whose it is. */
export function wantsReview(editable: Editable | undefined, draft: ActivityDraft): boolean {
  if (editable?.state !== 'PUBLISHED') return draft.budgetFen > 0
  const { budgetFen, orgId } = standing(editable)
  return draft.budgetFen !== budgetFen || (draft.budgetFen > 0 && draft.orgId !== orgId)
}

/** Of publishing `draft`; `editable` is what the server has, absent for a new activity. */
export function consequences(editable: Editable | undefined, draft: ActivityDraft): Consequence[] {
  const review = `预算 ${money(draft.budgetFen)}，由另一位有审批权限的同事复核后才发布。`
  const found: Consequence[] = wantsReview(editable, draft) ? [{ heavy: true, text: review }] : []
  if (editable?.state !== 'PUBLISHED') return found
  found.push(...told(editable, draft))
  const added = draft.sessions.filter(({ sessionId }) => sessionId === undefined).length
  if (added > 0) found.push({ heavy: false, text: `新增 ${added} 场，发布后按报名时间开放。` })
  return found
}

/** Why there is nothing to publish, in a sentence; '' when there is. */
export function nothingNew(editable: Editable | undefined, draft: ActivityDraft): string {
  if (!editable || !sameDraft(editable.draft, draft)) return ''
  if (editable.draftState === 'REVIEWING') return '已经提交，正在等同事复核'
  return editable.state === 'PUBLISHED' && !editable.changed ? '没有要发布的修改' : ''
}
