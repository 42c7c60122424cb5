import type { AgendaEvent } from '../../../../../typings/api/account'
import type { FailedView } from '../../../../components/failure-card/failed'
import { stripWords } from '../../../../components/offline-strip/strip'
import { plainWords, spoken, type Words } from '../../../../components/state-words/words'
import { DAY, dateLong, daysAhead, localDate, range } from '../../../../shared/time'

export interface EventLine {
  refId: string
  time: string
  title: string
  spot: string
  state: Words
  /** The page a tap opens: an offer waits for its answer in the queue. */
  opens: 'ticket' | 'queue' | 'appointment'
  label: string
}

export interface DayGroup {
  /** 9月18日（周五） */
  date: string
  /** 今天, 后天, 5天后. */
  ahead: string
  events: EventLine[]
}

export interface ReadyView {
  kind: 'ready'
  strip: string
  days: DayGroup[]
}

export type AgendaView = { kind: 'loading' } | { kind: 'empty'; strip: string } | ReadyView | FailedView

const DAYS = 60

/** The local dates that are asked for, both included. */
export const span = (now: number): { from: string; to: string } => ({
  from: localDate(now),
  to: localDate(now + DAYS * DAY),
})

const stateWords = ({ kind, no }: AgendaEvent): Words => {
  if (kind === 'APPOINTMENT') return plainWords('已预约', 'green', 'check-circle')
  return no === 0
    ? plainWords('有名额，请确认', 'amber', 'time')
    : { tone: 'plain', icon: '', before: '第 ', number: String(no), after: ' 号' }
}

const opensOf = ({ kind, no }: AgendaEvent): EventLine['opens'] => {
  if (kind === 'APPOINTMENT') return 'appointment'
  return no === 0 ? 'queue' : 'ticket'
}

function line(event: AgendaEvent): EventLine {
  const { refId, title, startAt, endAt, spot } = event
  const time = range(startAt, endAt)
  const state = stateWords(event)
  const label = [time, title, spot, spoken(state)].filter(part => part !== '').join('，')
  return { refId, time, title, spot, state, opens: opensOf(event), label }
}

const addresses: Record<EventLine['opens'], string> = {
  ticket: '/packages/activities/pages/ticket/ticket?session=',
  queue: '/packages/activities/pages/queue/queue?session=',
  appointment: '/packages/legal/pages/appointment/appointment?id=',
}

/** Where a tap on an event leads. */
export const pageOf = ({ opens, refId }: Pick<EventLine, 'opens' | 'refId'>): string =>
  `${addresses[opens]}${refId}`

/** What the phone's calendar says of it; what a lawyer is told stays here. */
export function noteOf({ kind, no }: AgendaEvent): string {
  if (kind === 'APPOINTMENT') return '请在工家云的预约详情里查看方式和准备事项。'
  return no > 0 ? `第 ${no} 号。到场请打开工家云的签到码。` : '请先在工家云确认名额。'
}

/** By day; what began before today stands under today. */
export function agendaView(
  events: readonly AgendaEvent[],
  copyAt: number | undefined,
  now: number,
): { kind: 'empty'; strip: string } | ReadyView {
  const strip = stripWords(copyAt)
  const coming = events.filter(({ endAt }) => endAt > now).sort((a, b) => a.startAt - b.startAt)
  if (coming.length === 0) return { kind: 'empty', strip }
  const days = new Map<string, DayGroup>()
  for (const event of coming) {
    const at = Math.max(event.startAt, now)
    const date = dateLong(at)
    const day = days.get(date) ?? { date, ahead: daysAhead(at, now), events: [] }
    days.set(date, { ...day, events: [...day.events, line(event)] })
  }
  return { kind: 'ready', strip, days: [...days.values()] }
}
