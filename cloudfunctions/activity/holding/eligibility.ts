import type { ErrorCode } from '../../../miniprogram/shared/errors'
import { reasons } from '../../../miniprogram/shared/reasons'
import type { ErrorDetail } from '../../../typings/contract'
import type { Activity, Employment, Person, Session } from '../../../typings/documents'

export interface Refusal {
  code: ErrorCode
  detail?: ErrorDetail
}

/** Why nobody may sign up now, whoever they are. */
export function closedToAll(activity: Activity, session: Session, now: number): Refusal | undefined {
  if (activity.state !== 'PUBLISHED' || session.state !== 'ON') return { code: 'CLOSED' }
  if (activity.mode === 'DRAW') return { code: 'DRAW_ONLY' }
  if (activity.mode === 'OPEN') return { code: 'NOT_ELIGIBLE', detail: { reason: reasons.OPEN_TO_ALL } }
  if (now < session.openAt) return { code: 'NOT_OPEN', detail: { until: session.openAt } }
  if (now >= session.closeAt) return { code: 'CLOSED' }
  return undefined
}

/** Why this person may not sign up. */
export function closedToThem(
  activity: Activity,
  session: Session,
  me: Person,
  rulesVersion: number,
  now: number,
): Refusal | undefined {
  const { memberOnly, employments } = activity.audience
  if (rulesVersion !== activity.rules.version) return { code: 'RULES_CHANGED' }
  if (me.suspendedUntil !== undefined && now < me.suspendedUntil)
    return { code: 'SUSPENDED_NOSHOW', detail: { until: me.suspendedUntil } }
  if (memberOnly && me.status !== 'MEMBER') return notEligible(reasons.MEMBERS_ONLY)
  if (!admits(employments, me.employment)) return notEligible(reasons.EMPLOYMENT)
  if (rangesFor(session, me.employment).length === 0) return notEligible(reasons.SEGMENT)
  return undefined
}

/** The numbers this employment may take: the segments kept for fewest first, those for everybody last. */
export function rangesFor({ segments, maxNo }: Session, employment: Employment) {
  if (segments.length === 0) return [{ from: 1, to: maxNo }]
  const breadth = (employments: Employment[]) => employments.length || Infinity
  return segments
    .filter(segment => admits(segment.employments, employment))
    .sort((a, b) => compare(breadth(a.employments), breadth(b.employments)) || a.from - b.from)
    .map(({ from, to }) => ({ from, to }))
}

/** The keys of the segments this employment may take places of; places without segments carry ''. */
export function keysFor({ segments }: Pick<Session, 'segments'>, employment: Employment): string[] {
  if (segments.length === 0) return ['']
  return segments.filter(({ employments }) => admits(employments, employment)).map(({ key }) => key)
}

/** Every number of the session, as `rangesFor` cuts them. */
export function allRanges({ segments, maxNo }: Session) {
  return segments.length === 0 ? [{ from: 1, to: maxNo }] : segments.map(({ from, to }) => ({ from, to }))
}

function admits(employments: Employment[], employment: Employment): boolean {
  return employments.length === 0 || employments.includes(employment)
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b
}

function notEligible(reason: string): Refusal {
  return { code: 'NOT_ELIGIBLE', detail: { reason } }
}
