import type { ActivityDetail, Phase, SessionView } from '../../../../typings/api/activity'
import type { ActivityDraft, DraftSession } from '../../../../typings/documents'

function phaseOf({ startAt, endAt, openAt, closeAt }: DraftSession, now: number): Phase {
  if (now >= endAt) return 'ENDED'
  if (now >= startAt) return 'RUNNING'
  if (now >= closeAt) return 'SHUT'
  return now >= openAt ? 'OPEN' : 'SOON'
}

function segmentsOf({ kept, places }: DraftSession): SessionView['segments'] {
  const rest = places - kept.reduce((sum, one) => sum + one.places, 0)
  const all = [...kept, ...(rest > 0 ? [{ label: '通用', places: rest }] : [])]
  return all.map(({ label, places: count }, index) => ({
    key: String(index),
    label,
    left: count,
    capacity: count,
  }))
}

function sessionOf(draft: ActivityDraft, session: DraftSession, index: number, now: number): SessionView {
  const { startAt, endAt, openAt, closeAt, spot, places } = session
  return {
    sessionId: session.sessionId ?? `preview-${index}`,
    startAt,
    endAt,
    openAt,
    closeAt,
    spot: { ...spot, name: spot.name || '地点待填写' },
    phase: phaseOf(session, now),
    capacity: places,
    ...(draft.mode === 'FIRST' && { left: places }),
    segments: segmentsOf(session),
  }
}

/** The phase that a reader can do most with comes first. */
const PHASES: Phase[] = ['OPEN', 'SOON', 'RUNNING', 'SHUT', 'ENDED']

/** What a worker would see of this draft if it were published now and nobody had signed up. */
export function previewOf(
  draft: ActivityDraft,
  shown: { orgName: string; coverUrl?: string; now: number },
): ActivityDetail {
  const sessions = [...draft.sessions]
    .sort((a, b) => a.startAt - b.startAt)
    .map((session, index) => sessionOf(draft, session, index, shown.now))
  const { kind, mode, art, title, body, groupMax, audience, questions, notes, cancelBeforeMin } = draft
  return {
    activityId: 'preview',
    kind,
    mode,
    art,
    title: title || '还没有名称',
    body,
    orgName: shown.orgName,
    phase: PHASES.find(phase => sessions.some(session => session.phase === phase)) ?? 'SOON',
    unit: groupMax > 1 ? '组' : '名',
    groupMax,
    ...audience,
    rules: { version: 0, notes, cancelBeforeMin },
    questions,
    ...(shown.coverUrl && { coverUrl: shown.coverUrl }),
    sessions,
  }
}
