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
  opens: 'ticket' | 'queue'
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

const stateWords = (no: number): Words =>
  no === 0
    ? plainWords('有名额，请确认', 'amber', 'time')
    : { tone: 'plain', icon: '', before: '第 ', number: String(no), after: ' 号' }

function line({ refId, title, startAt, endAt, spot, no }: AgendaEvent): EventLine {
  const time = range(startAt, endAt)
  const state = stateWords(no)
  const label = `${time}，${title}，${spot}，${spoken(state)}`
  return { refId, time, title, spot, state, opens: no === 0 ? 'queue' : 'ticket', label }
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
