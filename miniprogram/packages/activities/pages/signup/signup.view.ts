import type { ActivityDetail, SessionView } from '../../../../../typings/api/activity'
import type { FailedView } from '../../../../components/failure-card/failed'
import type { Failure } from '../../../../services/failure'
import type { ErrorCode } from '../../../../shared/errors'
import { dateTime, when } from '../../../../shared/time'

export interface FormView {
  kind: 'form'
  title: string
  when: string
  spot: string
  address: string
  left: string
  groupMax: number
  notes: string[]
  /** Until when it can be given back for nothing. */
  freeUntil: string
}

export interface DoneView {
  kind: 'done'
  title: string
  when: string
  no: number
}

/** The place went, or the time passed, between the list and the tap. */
export interface RefusedView {
  kind: 'refused'
  title: string
  text: string
  /** No place is left for them: they may wait for one. */
  queue: boolean
}

export type SignUpView = { kind: 'loading' } | FormView | DoneView | RefusedView | FailedView

/** Nothing the form can repair: the page says so and leads back. */
const FINAL: readonly ErrorCode[] = [
  'FULL',
  'CLOSED',
  'NOT_OPEN',
  'NOT_ELIGIBLE',
  'TIME_CLASH',
  'QUOTA_DAY',
  'SUSPENDED_NOSHOW',
  'DRAW_ONLY',
  'NOT_FOUND',
]

export const isFinal = (code: ErrorCode): boolean => FINAL.includes(code)

export const refusedView = ({ code, sentence, detail }: Failure): RefusedView => ({
  kind: 'refused',
  title: '没有报上',
  text: detail.reason ?? sentence,
  queue: code === 'FULL',
})

const MINUTE = 60_000

function freeWords(activity: ActivityDetail, session: SessionView, now: number): string {
  const until = session.startAt - activity.rules.cancelBeforeMin * MINUTE
  if (until <= now) return '现在报名后再取消，会记 1 分。'
  return `${dateTime(until)} 前取消不受影响；之后取消记 1 分，未到场记 2 分。`
}

export function formView(activity: ActivityDetail, session: SessionView, now: number): FormView {
  return {
    kind: 'form',
    title: activity.title,
    when: when(session.startAt, session.endAt),
    spot: session.spot.name,
    address: session.spot.address,
    left: session.left === undefined ? '' : `余 ${session.left} ${activity.unit}`,
    groupMax: activity.groupMax,
    notes: activity.rules.notes,
    freeUntil: freeWords(activity, session, now),
  }
}

export const doneView = (activity: ActivityDetail, session: SessionView, no: number): DoneView => ({
  kind: 'done',
  title: activity.title,
  when: when(session.startAt, session.endAt),
  no,
})
