import type { Ticket } from '../../../../../typings/api/activity'
import type { Spot } from '../../../../../typings/documents'
import type { FailedView } from '../../../../components/failure-card/failed'
import { attendedWords, pendingWords, plainWords, type Words } from '../../../../components/state-words/words'
import type { Failure } from '../../../../services/failure'
import type { VenueOutcome } from '../../../../services/venue-outcome'
import type { ErrorCode } from '../../../../shared/errors'
import { checkInCode } from '../../../../shared/check-in-code'
import { clock, dateTime, when } from '../../../../shared/time'

export interface ReadyView {
  kind: 'ready'
  title: string
  when: string
  spot: Spot
  no: number
  /** 本组 8 人 of a group. */
  group: string
  /** Whether there is a code to show, or why not. */
  state: 'code' | 'attended' | 'over'
  words?: Words
  /** What became of a venue code that was scanned; '' when there is nothing to say. */
  venue: string
  /** What cancelling would do; undefined once it cannot be done. */
  cancel?: { text: string }
}

/** Without a ticket: what became of a venue code that was scanned. */
export interface ScannedView {
  kind: 'scanned'
  title: string
  text: string
}

export type TicketView = { kind: 'loading' } | { kind: 'none' } | ReadyView | ScannedView | FailedView

/** The code of this second. */
export interface CodeView {
  text: string
  /** 4827 1936 */
  digits: string
  seconds: number
  /** Of the ring, 0–100. */
  percent: number
}

/** At the door the ticket asks whether its holder was checked in. */
export const atTheDoor = ({ startAt, endAt }: Ticket, now: number): boolean =>
  now >= startAt - DOOR_OPENS_MS && now <= endAt

const DOOR_OPENS_MS = 3_600_000
/** A code stays open an hour past the end: queues at the door are long. */
const OPEN_AFTER_END_MS = 3_600_000

function stateOf(ticket: Ticket, now: number): Pick<ReadyView, 'state' | 'words'> {
  if (ticket.phase === 'CALLED_OFF') return { state: 'over', words: plainWords('活动已取消，不记分。') }
  if (ticket.checkedInAt !== undefined) return { state: 'attended', words: attendedWords(ticket.checkedInAt) }
  if (now > ticket.endAt + OPEN_AFTER_END_MS) return { state: 'over', words: plainWords('活动已结束。') }
  return ticket.pending ? { state: 'code', words: pendingWords } : { state: 'code' }
}

/** The sentences of these codes speak to who shows a code; here it is the person who scans one. */
const REFUSALS: Partial<Record<ErrorCode, string>> = {
  CODE_INVALID: '这不是有效的现场码，请再扫一次。',
  CODE_EXPIRED: '现场码已换新，请再扫一次。',
  FULL: '现场没有空位了，请向工作人员了解。',
}

const refusalWords = ({ code, sentence, detail }: Failure): string =>
  REFUSALS[code] ?? detail.reason ?? sentence

export function venueWords(outcome: VenueOutcome | undefined): string {
  if (!outcome) return ''
  if (outcome.kind === 'waiting')
    return `${clock(outcome.at)} 扫的现场码已记下，待同步。有网络时自动提交，由工作人员核验。`
  if (outcome.kind === 'refused') return `没有签上：${refusalWords(outcome.failure)}`
  return outcome.scanned.pending ? '现场码已提交，待工作人员核验。' : ''
}

/** Somebody without a ticket scanned a venue code, and no ticket came of it. */
export const scannedView = (outcome: VenueOutcome | undefined): ScannedView => ({
  kind: 'scanned',
  title: outcome?.kind === 'refused' ? '没有签上' : '现场码已记下',
  text: outcome?.kind === 'refused' ? refusalWords(outcome.failure) : venueWords(outcome),
})

function cancelWords(ticket: Ticket, now: number): { text: string } | undefined {
  const { no, startAt, freeUntil, phase } = ticket
  const attended = ticket.checkedInAt !== undefined || ticket.pending
  if (phase === 'CALLED_OFF' || attended || now >= startAt) return undefined
  if (now < freeUntil)
    return { text: `${dateTime(freeUntil)} 前取消不记分。取消后第 ${no} 号会让给别人，再报名要重新取号。` }
  return {
    text: `${dateTime(freeUntil)} 前可以免费取消，现在取消记 1 分。90 天内满 4 分，限额活动报名暂停 30 天。`,
  }
}

export function ticketView(ticket: Ticket, outcome: VenueOutcome | undefined, now: number): ReadyView {
  const state = stateOf(ticket, now)
  return {
    kind: 'ready',
    title: ticket.title,
    when: when(ticket.startAt, ticket.endAt),
    spot: ticket.spot,
    no: ticket.no,
    group: ticket.headcount > 1 ? `本组 ${ticket.headcount} 人` : '',
    ...state,
    venue:
      state.state === 'attended' || (ticket.pending && outcome?.kind === 'done') ? '' : venueWords(outcome),
    cancel: cancelWords(ticket, now),
  }
}

export function codeView(ticket: Ticket, now: number): CodeView {
  const { text, digits, secondsLeft } = checkInCode(ticket, now)
  return {
    text,
    digits: `${digits.slice(0, 4)} ${digits.slice(4)}`,
    seconds: secondsLeft,
    percent: Math.round((secondsLeft / ticket.windowSec) * 100),
  }
}
