import { AppError } from '../../_kit/errors'
import type { ErrorCode } from '../../../miniprogram/shared/errors'
import type {
  ActivityDraft,
  ActivityKind,
  DraftSession,
  Question,
  Session,
  Times,
} from '../../../typings/documents'
import { lasts } from '../holding/clash'
import { keptOf, usable } from '../segments'

/** What is wrong with a draft, and where: a dotted path into it. */
interface Fault {
  code: ErrorCode
  field: string
}

export function refuse(fault: Fault | undefined): void {
  if (fault) throw new AppError(fault.code, { field: fault.field })
}

type TimedDraft = Pick<ActivityDraft, 'kind' | 'mode' | 'sessions'>

/**
 * openAt < closeAt ≤ startAt < endAt (PRODUCT 6.2.7). One may join a walk of several weeks while it runs: it counts from
 * the day of joining (6.3), so there closeAt ≤ endAt. Nobody signs up for what is open to all.
 */
export function timeFault({ kind, mode, sessions }: TimedDraft): Fault | undefined {
  for (const [i, { openAt, closeAt, startAt, endAt }] of sessions.entries()) {
    const last = joinsLate(kind, { startAt, endAt }) ? endAt : startAt
    if (mode !== 'OPEN' && (closeAt <= openAt || closeAt > last)) return outOfOrder(i, 'closeAt')
    if (endAt <= startAt) return outOfOrder(i, 'endAt')
  }
  return undefined
}

/** Nothing is published into the past: neither a new session nor the new time of one that is published. */
export function pastFault(
  { kind, sessions }: ActivityDraft,
  published: readonly Session[],
  now: number,
): Fault | undefined {
  for (const [i, session] of sessions.entries()) {
    const known = published.find(({ _id }) => _id === session.sessionId)
    if (known && (known.state !== 'ON' || sameTimes(known, session))) continue
    if (session.endAt <= now) return outOfOrder(i, 'endAt')
    const begun = session.startAt <= now && session.startAt !== known?.startAt
    if (begun && !joinsLate(kind, session)) return outOfOrder(i, 'startAt')
  }
  return undefined
}

/** What is still missing before it can be published. */
export function missing(draft: ActivityDraft): Fault | undefined {
  const { sessions, notes, questions, mode } = draft
  if (sessions.length === 0) return invalid('sessions')
  for (const [i, session] of sessions.entries()) {
    if (session.spot.name === '') return invalid(`sessions.${i}.spot.name`)
    if (mode !== 'OPEN' && session.places === 0) return invalid(`sessions.${i}.places`)
    if (!keepsWell(session)) return invalid(`sessions.${i}.kept`)
  }
  const note = notes.indexOf('')
  if (note >= 0) return invalid(`notes.${note}`)
  for (const [i, question] of questions.entries()) {
    if (question.label === '') return invalid(`questions.${i}.label`)
    if (!optionsFit(question)) return invalid(`questions.${i}.options`)
  }
  return undefined
}

function keepsWell({ kept, places }: DraftSession): boolean {
  const sum = kept.reduce((total, one) => total + one.places, 0)
  return sum <= places && kept.every(one => one.label !== '' && one.places > 0 && one.employments.length > 0)
}

function optionsFit({ kind, options }: Question): boolean {
  if (kind === 'TEXT') return options.length === 0
  return options.length > 0 && !options.includes('') && new Set(options).size === options.length
}

/**
 * What is published stays: no session is dropped (it is called off), its places change through setCapacity only, one
 * that is over or called off stays as it was.
 */
export function publishedFault(
  { sessions }: ActivityDraft,
  published: readonly Session[],
): Fault | undefined {
  const ids = sessions.flatMap(({ sessionId = '' }) => (sessionId === '' ? [] : [sessionId]))
  if (new Set(ids).size < ids.length || published.some(({ _id }) => !ids.includes(_id)))
    return { code: 'STATE_CHANGED', field: 'sessions' }
  for (const [i, session] of sessions.entries()) {
    if (session.sessionId === undefined) continue
    const known = published.find(({ _id }) => _id === session.sessionId)
    if (!known) return invalid(`sessions.${i}.sessionId`)
    if (known.state !== 'ON' && !(sameTimes(known, session) && sameSpot(known, session)))
      return { code: 'STATE_CHANGED', field: `sessions.${i}` }
    if (session.places !== usable(known)) return invalid(`sessions.${i}.places`)
    if (JSON.stringify(keptOf(known)) !== JSON.stringify(session.kept.map(inOrder)))
      return invalid(`sessions.${i}.kept`)
  }
  return undefined
}

export function sameTimes(one: Times, other: Times): boolean {
  return (['startAt', 'endAt', 'openAt', 'closeAt'] as const).every(key => one[key] === other[key])
}

export function sameSpot({ spot: one }: Pick<Session, 'spot'>, { spot: other }: Pick<Session, 'spot'>) {
  return (['name', 'address', 'lng', 'lat'] as const).every(key => one[key] === other[key])
}

export function joinsLate(kind: ActivityKind, times: Pick<Times, 'startAt' | 'endAt'>): boolean {
  return kind === 'WALK' && lasts(times)
}

const inOrder = ({ label, places, employments }: DraftSession['kept'][number]) => ({
  label,
  places,
  employments,
})

const invalid = (field: string): Fault => ({ code: 'INVALID_INPUT', field })

const outOfOrder = (i: number, field: keyof Times): Fault => ({
  code: 'TIME_ORDER',
  field: `sessions.${i}.${field}`,
})
