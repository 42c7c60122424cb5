import type { ActivityDraft, DraftSession } from '../../../../typings/documents'
import { DAY, dayStart } from '../../../shared/time'
import { opensAt } from './defaults'

/** `FOLLOWING`: the same day, as soon as the last one is over. */
export type After = 'FOLLOWING' | 'NEXT_DAY' | 'NEXT_WEEK'

/** A session not published yet, as this one is, so many ms later. */
function shifted({ sessionId: _, ...session }: DraftSession, by: number): DraftSession {
  return {
    ...session,
    startAt: session.startAt + by,
    endAt: session.endAt + by,
    closeAt: session.closeAt + by,
  }
}

/** One more session, made of the last one. */
export function withAnother(sessions: DraftSession[], after: After): DraftSession[] {
  const last = sessions[sessions.length - 1]
  if (!last) return sessions
  const by = { FOLLOWING: last.endAt - last.startAt, NEXT_DAY: DAY, NEXT_WEEK: 7 * DAY }[after]
  return [...sessions, shifted(last, by)]
}

/** The end and the close of sign-up go along with the start, whatever the distance. */
export function startingAt(session: DraftSession, startAt: number): DraftSession {
  const by = startAt - session.startAt
  return { ...session, startAt, endAt: session.endAt + by, closeAt: session.closeAt + by }
}

/** Days since Monday of the day that holds `at`. The epoch began on a Thursday. */
const weekday = (at: number): number => (Math.round((dayStart(at) - dayStart(0)) / DAY) + 3) % 7

/** A new activity like an old one: the same weekday and hour in the week after this one, never published by itself. */
export function copied(draft: ActivityDraft, now: number): ActivityDraft {
  const [first] = draft.sessions
  if (!first) return draft
  const monday = dayStart(now) - weekday(now) * DAY + 7 * DAY
  const by = monday + weekday(first.startAt) * DAY - dayStart(first.startAt)
  const sessions = draft.sessions.map(session => {
    const copy = shifted(session, by)
    return { ...copy, openAt: opensAt(now, copy.closeAt) }
  })
  return { ...draft, sessions }
}

/** With the places that published sessions have elsewhere: they change by themselves and are not written in a draft. */
export function withPlacesOf(draft: ActivityDraft, other: ActivityDraft): ActivityDraft {
  const sessions = draft.sessions.map(session => {
    const known = other.sessions.find(
      ({ sessionId }) => sessionId !== undefined && sessionId === session.sessionId,
    )
    return known ? { ...session, places: known.places, kept: known.kept } : session
  })
  return { ...draft, sessions }
}
