import type {
  Activity,
  ActivityDraft,
  DraftSession,
  Org,
  Session,
  SessionState,
  Times,
} from '../../../typings/documents'
import { keptOf, usable } from '../segments'

/** What the form shows: the draft, or what is in force. What only setCapacity changes is as it is now. */
export function draftOf(activity: Activity, sessions: readonly Session[]): ActivityDraft {
  const { draft } = activity
  if (!draft) return { ...contentOf(activity), sessions: sessions.map(inForce) }
  return { ...draft, sessions: draft.sessions.map(session => withPlaces(session, sessions)) }
}

function contentOf(activity: Activity): Omit<ActivityDraft, 'sessions'> {
  const { kind, mode, art, title, body, coverId, orgId, audience, rules, questions, budgetFen } = activity
  const { notes, cancelBeforeMin, groupMax } = rules
  return {
    kind,
    mode,
    art,
    title,
    body,
    coverId,
    orgId,
    audience,
    notes,
    cancelBeforeMin,
    groupMax,
    questions,
    budgetFen,
  }
}

function inForce(session: Session): DraftSession {
  const { _id: sessionId, spot } = session
  return { sessionId, ...timesOf(session), spot, places: usable(session), kept: keptOf(session) }
}

function withPlaces(session: DraftSession, sessions: readonly Session[]): DraftSession {
  const known = sessions.find(({ _id }) => _id === session.sessionId)
  return known ? { ...session, places: usable(known), kept: keptOf(known) } : session
}

/** The fields of the activity that come from its draft and not from its sessions. `version` of the rules is decided elsewhere. */
export function liveOf(
  {
    kind,
    mode,
    art,
    title,
    body,
    coverId,
    audience,
    notes,
    cancelBeforeMin,
    groupMax,
    ...draft
  }: ActivityDraft,
  { _id: orgId, name: orgName, path: orgPath }: Pick<Org, '_id' | 'name' | 'path'>,
  version: number,
) {
  const { questions, budgetFen } = draft
  const rules = { version, notes, cancelBeforeMin, groupMax }
  return {
    kind,
    mode,
    art,
    title,
    body,
    coverId,
    orgId,
    orgName,
    orgPath,
    audience,
    rules,
    questions,
    budgetFen,
  }
}

type Dated = Times & { state: SessionState; spot: { name: string } }

/**
 * The fields of the activity that sum its sessions up. What was called off takes no part in its span, unless all of it
 * was. Without any session all of it is 0.
 */
export function spanOf(sessions: readonly Dated[]) {
  const sorted = [...sessions].sort((a, b) => a.startAt - b.startAt || a.endAt - b.endAt)
  const on = sorted.filter(({ state }) => state !== 'CALLED_OFF')
  const counted = on.length > 0 ? on : sorted
  return {
    startAt: least(counted.map(({ startAt }) => startAt)),
    endAt: Math.max(0, ...counted.map(({ endAt }) => endAt)),
    openAt: least(counted.map(({ openAt }) => openAt)),
    sessions: sorted.length,
    times: sorted.map(session => ({ ...timesOf(session), state: session.state })),
    spot: counted[0]?.spot.name ?? '',
  }
}

const least = (values: number[]): number => (values.length === 0 ? 0 : Math.min(...values))

export function timesOf({ startAt, endAt, openAt, closeAt }: Times): Times {
  return { startAt, endAt, openAt, closeAt }
}
