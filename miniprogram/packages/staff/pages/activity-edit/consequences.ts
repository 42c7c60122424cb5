import type { Editable } from '../../../../../typings/api/activity'
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
  return [time ? `时间改为 ${when(after.startAt, after.endAt)}` : '', spot ? `地点改为${name}` : ''].filter(
    Boolean,
  )
}

/** What its holders hear of, and how many of them there are. */
function told({ draft: inForce, sessions }: Editable, draft: ActivityDraft): Consequence[] {
  const retitled = inForce.title !== draft.title
  const changes = retitled ? [`名称改为“${draft.title}”`] : []
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

/** A draft was saved before: what is in force is not known here. */
function toldOfEarlier({ sessions }: Editable): Consequence[] {
  const held = sessions.reduce((sum, one) => sum + one.held, 0)
  const text = `之前存过的修改会一起发布；名称、时间、地点有变动的，持有名额的职工（共 ${held} 位）会收到通知。`
  return held > 0 ? [{ heavy: true, text }] : []
}

/**
 * Public money wants a second person: for a new activity any, for a published one each change of it. Of one with an
 * earlier draft only the server knows what is in force; there its answer says so.
 */
export function wantsReview(editable: Editable | undefined, draft: ActivityDraft): boolean {
  if (editable?.state !== 'PUBLISHED') return draft.budgetFen > 0
  return !editable.changed && editable.draft.budgetFen !== draft.budgetFen
}

/** Of publishing `draft`; `editable` is what the server has, absent for a new activity. */
export function consequences(editable: Editable | undefined, draft: ActivityDraft): Consequence[] {
  const review = `预算 ${money(draft.budgetFen)}，由另一位有审批权限的同事复核后才发布。`
  const found: Consequence[] = wantsReview(editable, draft) ? [{ heavy: true, text: review }] : []
  if (editable?.state !== 'PUBLISHED') return found
  found.push(...(editable.changed ? toldOfEarlier(editable) : told(editable, draft)))
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
