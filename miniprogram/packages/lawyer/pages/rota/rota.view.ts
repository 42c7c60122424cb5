import type { RotaSlot, RotaView } from '../../../../../typings/api/legal'
import type { Leave } from '../../../../../typings/documents'
import type { FailedView } from '../../../../components/failure-card/failed'
import { failedView } from '../../../../components/failure-card/failed'
import { stripWords } from '../../../../components/offline-strip/strip'
import type { Failure } from '../../../../services/failure'
import { modeLabels } from '../../../../shared/labels'
import { plusDays } from '../../../../shared/local-days'
import { clock, dateLong, dateTime, DAY, instant, localDate } from '../../../../shared/time'
import { swapView, type SwapView } from '../../components/swap-card/swap.view'
import { ruleLine, ruleTitle } from '../../../../shared/rule-words'
import { dayCells, type DayCell } from './day-cells'

/** Days of the calendar: two rows of seven. */
export const SHOWN_DAYS = 14
/** What one answer may hold; leaves further on are listed too. */
export const READ_DAYS = 62

export interface SlotLine {
  slotId: string
  time: string
  modes: string
  state: string
  tone: '' | 'green' | 'amber'
  appointmentId: string
  label: string
}

export interface ReadyView {
  kind: 'ready'
  strip: string
  /** 2026年9月, or 2026年9月–10月. */
  months: string
  first: boolean
  pending: boolean
  cells: DayCell[]
  /** 9月24日（周四）, and what day it is. */
  day: string
  dayNote: string
  slots: SlotLine[]
  /** Something of that day may be given to a colleague. */
  swappable: boolean
  rules: { id: string; title: string; line: string }[]
  leaves: { id: string; title: string; line: string }[]
  swaps: SwapView[]
  /** Booked, and no rule gives them any more. */
  uncovered: SlotLine[]
}

/** PREPARING: the grant is there, and the union has not made the profile yet. */
export type RotaPageView = { kind: 'loading' } | { kind: 'preparing' } | ReadyView | FailedView

export interface RotaModel {
  rota: RotaView
  /** Local date of the first day that is shown, and of the one that is chosen. */
  from: string
  date: string
  copyAt?: number
  now: number
}

export function rotaView({ rota, from, date, copyAt, now }: RotaModel): ReadyView {
  const dates = Array.from({ length: SHOWN_DAYS }, (_, i) => plusDays(from, i))
  const ofDay = rota.slots.filter(({ startAt }) => localDate(startAt) === date)
  const day = rota.days.find(one => one.date === date)
  return {
    kind: 'ready',
    strip: stripWords(copyAt),
    months: monthsOf(from, dates[dates.length - 1] ?? from),
    first: from <= localDate(now),
    pending: rota.days.some(one => one.pending && dates.includes(one.date)),
    cells: dayCells(rota, dates, now),
    day: dateLong(instant(date, '12:00')),
    dayNote: day?.name ?? '',
    slots: ofDay.map(slotLine),
    swappable: copyAt === undefined && swappable(rota, date, now).length > 0 && rota.colleagues.length > 0,
    rules: rota.rules.map(rule => ({ id: rule.id, title: ruleTitle(rule), line: ruleLine(rule) })),
    leaves: rota.leaves.filter(({ toAt }) => toAt > now).map(leaveLine),
    swaps: rota.swaps.map(swapView),
    uncovered: rota.slots
      .filter(({ state, startAt }) => state === 'UNCOVERED' && startAt > now)
      .map(slot => ({ ...slotLine(slot), time: `${dateLong(slot.startAt)}${timeOf(slot)}` })),
  }
}

export const refusedView = (failure: Failure): RotaPageView =>
  failure.code === 'NOT_FOUND' ? { kind: 'preparing' } : failedView(failure)

/** Slots of a day that lie ahead and are in no swap yet. */
export function swappable({ slots, swaps }: RotaView, date: string, now: number): RotaSlot[] {
  const taken = new Set(swaps.flatMap(swap => swap.slots.map(({ slotId }) => slotId)))
  return slots.filter(
    ({ slotId, startAt }) => localDate(startAt) === date && startAt > now && !taken.has(slotId),
  )
}

const timeOf = ({ startAt, endAt }: RotaSlot): string => `${clock(startAt)}–${clock(endAt)}`

const STATES = {
  FREE: { state: '可约', tone: '' },
  HELD: { state: '已约', tone: 'green' },
  UNCOVERED: { state: '已约，不在排班内', tone: 'amber' },
} as const

function slotLine(slot: RotaSlot): SlotLine {
  const time = timeOf(slot)
  const modes = slot.modes.map(mode => modeLabels[mode]).join('、')
  const { state, tone } = STATES[slot.state]
  const label = `${time}，${modes}，${state}`
  return { slotId: slot.slotId, time, modes, state, tone, appointmentId: slot.appointmentId ?? '', label }
}

/** Whole days without their clock times. */
export function leaveWords({ fromAt, toAt }: Pick<Leave, 'fromAt' | 'toAt'>): string {
  const whole = clock(fromAt) === '00:00' && clock(toAt) === '00:00'
  if (!whole) return `${dateTime(fromAt)}–${dateTime(toAt)}`
  const [first, last] = [dateLong(fromAt), dateLong(toAt - DAY)]
  return first === last ? first : `${first}–${last}`
}

const leaveLine = (leave: Leave) => ({ id: leave.id, title: leaveWords(leave), line: leave.reason })

function monthsOf(from: string, to: string): string {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))]
  const last = Number(to.slice(5, 7))
  return month === last ? `${year}年${month}月` : `${year}年${month}月–${last}月`
}
