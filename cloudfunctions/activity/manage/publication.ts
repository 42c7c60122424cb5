import { changeTexts } from '../../../miniprogram/shared/notice-texts'
import { when } from '../../../miniprogram/shared/time'
import { derivedUlid } from '../../_kit/ids'
import type { Activity, ActivityDraft, DraftSession, Session } from '../../../typings/documents'
import { timesOf } from './draft'
import { sameSpot, sameTimes } from './draft-rules'
import { segmentsOf } from '../segments'

/** A session that is published, and what the draft makes of it. */
export interface Move {
  session: Session
  to: DraftSession
}

/** The sessions that a draft adds. Their ids are the same at each try of one submission. */
export function addedSessions(
  { _id: activityId, submittedRev = 0 }: Activity,
  draft: ActivityDraft,
  now: number,
): Session[] {
  return draft.sessions.flatMap((one, i) =>
    one.sessionId === undefined
      ? [
          {
            _id: `se_${derivedUlid(`${activityId}|${submittedRev}|${i}`)}`,
            createdAt: now,
            updatedAt: now,
            rev: 1,
            activityId,
            ...timesOf(one),
            spot: one.spot,
            segments: segmentsOf(one),
            maxNo: one.places,
            blocked: 0,
            state: 'ON',
          } satisfies Session,
        ]
      : [],
  )
}

/** The published sessions whose times or spot the draft changes. One that is over or called off stays as it is. */
export function moves({ sessions }: ActivityDraft, published: readonly Session[]): Move[] {
  return published.flatMap(session => {
    const to = sessions.find(({ sessionId }) => sessionId === session._id)
    if (!to || session.state !== 'ON') return []
    return sameTimes(session, to) && sameSpot(session, to) ? [] : [{ session, to }]
  })
}

/** The next version of the rules: who read an older one has to read again. */
export function nextVersion(activity: Activity, draft: ActivityDraft, published: readonly Session[]): number {
  const { state, title, rules, questions } = activity
  if (state !== 'PUBLISHED') return rules.version
  const { notes, cancelBeforeMin, groupMax } = draft
  const same =
    draft.title === title &&
    moves(draft, published).length === 0 &&
    cancelBeforeMin === rules.cancelBeforeMin &&
    groupMax === rules.groupMax &&
    JSON.stringify([notes, draft.questions]) === JSON.stringify([rules.notes, questions])
  return same ? rules.version : rules.version + 1
}

/** What the holders of a session are told of its move; '' when only the times of sign-up changed. */
export function changeOf({ session, to }: Move): string {
  const moved = session.startAt !== to.startAt || session.endAt !== to.endAt
  const words = [
    moved ? changeTexts.time(when(to.startAt, to.endAt)) : '',
    sameSpot(session, to) ? '' : changeTexts.spot(to.spot.name),
  ]
  return words.filter(word => word !== '').join('，')
}
