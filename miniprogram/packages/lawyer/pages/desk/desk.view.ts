import type { DeskItem, LawyerDesk } from '../../../../../typings/api/legal'
import type { FailedView } from '../../../../components/failure-card/failed'
import { failedView } from '../../../../components/failure-card/failed'
import { stripWords } from '../../../../components/offline-strip/strip'
import { untilWords } from '../../../../components/state-words/words'
import type { Failure } from '../../../../services/failure'
import { modeLabels } from '../../../../shared/labels'
import { clock, dateLong } from '../../../../shared/time'
import { swapView, type SwapView } from '../../components/swap-card/swap.view'

export interface CaseLine {
  appointmentId: string
  /** 9月17日（周四）; '' for today. */
  day: string
  hours: string
  line: string
  /** What is due, or how it stands. */
  state: string
  tone: '' | 'amber' | 'green' | 'late'
  label: string
}

export interface ReadyView {
  kind: 'ready'
  strip: string
  name: string
  firm: string
  answers: CaseLine[]
  records: CaseLine[]
  swaps: SwapView[]
  today: CaseLine[]
  next: CaseLine[]
}

/** PREPARING: the grant is there, and the union has not made the profile yet. */
export type DeskView = { kind: 'loading' } | { kind: 'preparing' } | ReadyView | FailedView

export interface DeskModel {
  desk: LawyerDesk
  copyAt?: number
  now: number
}

export function deskView({ desk, copyAt, now }: DeskModel): ReadyView {
  const { name, firm, answers, records, swaps, today, next } = desk
  return {
    kind: 'ready',
    strip: stripWords(copyAt),
    name,
    firm,
    answers: answers.map(one => lineOf(one, dateLong(one.startAt), answerDue(one, now))),
    records: records.map(one => lineOf(one, dateLong(one.startAt), recordDue(one, now))),
    swaps: swaps.map(swapView),
    today: today.map(one => lineOf(one, '', stands(one, now))),
    // what waits for an answer stands above already
    next: next
      .filter(({ state }) => state !== 'BOOKED')
      .map(one => lineOf(one, dateLong(one.startAt), stands(one, now))),
  }
}

export const refusedView = (failure: Failure): DeskView =>
  failure.code === 'NOT_FOUND' ? { kind: 'preparing' } : failedView(failure)

type Due = Pick<CaseLine, 'state' | 'tone'>

const answerDue = ({ dueAt }: DeskItem, now: number): Due =>
  dueAt > now
    ? { state: `请在 ${untilWords(dueAt, now)} 前确认`, tone: 'amber' }
    : { state: '已过确认时间，工会会来协调', tone: 'late' }

const recordDue = ({ dueAt }: DeskItem, now: number): Due =>
  dueAt > now
    ? { state: `请在 ${untilWords(dueAt, now)} 前填写`, tone: 'amber' }
    : { state: '已过填写时间，请尽快补上', tone: 'late' }

function stands({ state, startAt }: DeskItem, now: number): Due {
  if (state === 'BOOKED') return { state: '待确认冲突', tone: 'amber' }
  if (state === 'CONSULTING') return { state: '记录未提交', tone: 'amber' }
  return startAt <= now ? { state: '正在咨询', tone: 'green' } : { state: '已确认', tone: 'green' }
}

function lineOf({ appointmentId, service, mode, startAt, endAt }: DeskItem, day: string, due: Due): CaseLine {
  const hours = `${clock(startAt)}–${clock(endAt)}`
  const line = `${modeLabels[mode]}　${service}`
  return { appointmentId, day, hours, line, ...due, label: `${day}${hours}，${line}，${due.state}` }
}
