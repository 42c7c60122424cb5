import type { Ticket } from '../../../../../typings/api/activity'
import type { Spot } from '../../../../../typings/documents'
import type { FailedView } from '../../../../components/failure-card/failed'
import { checkInCode } from '../../../../shared/check-in-code'
import { dateTime, when } from '../../../../shared/time'

export interface ReadyView {
  kind: 'ready'
  title: string
  when: string
  spot: Spot
  no: number
  /** 本组 8 人 of a group. */
  group: string
  /** Why there is no code; '' while there is one. */
  over: string
  /** What cancelling would do; undefined once it cannot be done. */
  cancel?: { text: string }
}

export type TicketView = { kind: 'loading' } | { kind: 'none' } | ReadyView | FailedView

/** The code of this second. */
export interface CodeView {
  text: string
  /** 4827 1936 */
  digits: string
  seconds: number
  /** Of the ring, 0–100. */
  percent: number
}

/** A code stays open an hour past the end: queues at the door are long. */
const OPEN_AFTER_END_MS = 3_600_000

function overWords(ticket: Ticket, now: number): string {
  if (ticket.phase === 'CALLED_OFF') return '活动已取消，不扣分。'
  return now > ticket.endAt + OPEN_AFTER_END_MS ? '活动已结束。' : ''
}

function cancelWords({ no, startAt, freeUntil, phase }: Ticket, now: number): { text: string } | undefined {
  if (phase === 'CALLED_OFF' || now >= startAt) return undefined
  if (now < freeUntil)
    return { text: `${dateTime(freeUntil)} 前取消不记分。取消后第 ${no} 号会让给别人，再报名要重新取号。` }
  return {
    text: `${dateTime(freeUntil)} 前可以免费取消，现在取消记 1 分。90 天内满 4 分，限额活动报名暂停 30 天。`,
  }
}

export function ticketView(ticket: Ticket, now: number): ReadyView {
  return {
    kind: 'ready',
    title: ticket.title,
    when: when(ticket.startAt, ticket.endAt),
    spot: ticket.spot,
    no: ticket.no,
    group: ticket.headcount > 1 ? `本组 ${ticket.headcount} 人` : '',
    over: overWords(ticket, now),
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
