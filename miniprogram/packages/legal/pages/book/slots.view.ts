import type { CalendarDay, FreeSlots } from '../../../../../typings/api/legal'
import { clock, dateLong, instant, stamp } from '../../../../shared/time'
import { openDate, type FreeSlot } from './slot-choice'

/** A cell of the two weeks. */
export interface DayCell {
  date: string
  /** 今天, 四. */
  weekday: string
  day: string
  /** 余8, or — */
  left: string
  mark: '' | '休' | '班' | '待定'
  free: boolean
  chosen: boolean
  label: string
}

export interface LawyerSlots {
  lawyerId: string
  name: string
  firm: string
  site: string
  times: { slotId: string; time: string; chosen: boolean; label: string }[]
}

export interface SlotsView {
  /** 2026年9月, or 2026年9月–10月. */
  month: string
  legend: { mark: DayCell['mark']; text: string }[]
  days: DayCell[]
  /** 9月17日（周四） */
  date: string
  lawyers: LawyerSlots[]
  /** Instead of lawyers: why there is none. */
  none: string
  /** Nothing is free in these two weeks. */
  empty: boolean
}

export interface Choice {
  date: string
  slotId: string
  /** Lawyers who cannot take this matter. */
  declined: readonly string[]
}

const WEEKS = 14
const LEGEND: Record<Exclude<DayCell['mark'], ''>, string> = {
  休: '放假',
  班: '调休上班',
  待定: '放假安排未公布',
}

function markOf({ kind, pending }: CalendarDay): DayCell['mark'] {
  if (pending) return '待定'
  if (kind === 'HOLIDAY') return '休'
  return kind === 'MAKEUP' ? '班' : ''
}

export function slotsView({ days }: FreeSlots, all: readonly FreeSlot[], choice: Choice): SlotsView {
  const shown = days.slice(0, WEEKS)
  const able = all.filter(({ lawyerId }) => !choice.declined.includes(lawyerId))
  const free = able.filter(({ date }) => shown.some(day => day.date === date))
  const date = openDate(free, choice.date)
  const cells = shown.map((day, i) => dayCell(day, i === 0, free, date))
  const marks = (['休', '班', '待定'] as const).filter(mark => cells.some(cell => cell.mark === mark))
  const ofDay = free.filter(slot => slot.date === date)
  return {
    month: monthWords(shown),
    legend: marks.map(mark => ({ mark, text: LEGEND[mark] })),
    days: cells,
    date: date && dateLong(instant(date, '12:00')),
    lawyers: lawyersOf(ofDay, choice.slotId),
    none: choice.declined.length > 0 ? '不便承接此事项的律师没有列出。' : '',
    empty: free.length === 0,
  }
}

function dayCell(of: CalendarDay, today: boolean, free: readonly FreeSlot[], open: string): DayCell {
  const at = instant(of.date, '12:00')
  const [count, mark] = [free.filter(({ date }) => date === of.date).length, markOf(of)]
  const holiday = mark === '' ? '' : `，${of.name ?? ''}${LEGEND[mark]}`
  return {
    date: of.date,
    weekday: today ? '今天' : dateLong(at).slice(-2, -1),
    day: stamp(at).day,
    left: count > 0 ? `余${count}` : '—',
    mark,
    free: count > 0,
    chosen: of.date === open,
    label: `${dateLong(at)}${holiday}，${count > 0 ? `余${count}个时段` : '没有空档'}`,
  }
}

function lawyersOf(slots: readonly FreeSlot[], chosen: string): LawyerSlots[] {
  const byLawyer = new Map<string, LawyerSlots>()
  for (const { slotId, lawyerId, lawyer, firm, site, startAt } of slots) {
    const own = byLawyer.get(lawyerId) ?? { lawyerId, name: lawyer, firm, site, times: [] }
    const time = clock(startAt)
    own.times.push({ slotId, time, chosen: slotId === chosen, label: `${time}，${lawyer}` })
    byLawyer.set(lawyerId, own)
  }
  return [...byLawyer.values()]
}

function monthWords(days: readonly CalendarDay[]): string {
  const [first = '', last = ''] = [days[0]?.date, days[days.length - 1]?.date]
  const [year = '', month = ''] = first.split('-')
  const end = Number(last.split('-')[1])
  return end === Number(month) ? `${year}年${end}月` : `${year}年${Number(month)}月–${end}月`
}
