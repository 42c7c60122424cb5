import type { CalendarDay, RotaView } from '../../../../../typings/api/legal'
import { dayWords } from '../../../../shared/local-days'
import { instant, localDate } from '../../../../shared/time'
import { WEEKDAYS } from '../../../../shared/rule-words'

/** A day of the two weeks that are shown. */
export interface DayCell {
  date: string
  /** 今天, 四 */
  weekday: string
  day: string
  mark: '' | '休' | '班' | '待'
  tone: '' | 'green' | 'amber'
  /** 2/6: booked of all; — without any. */
  count: string
  /** A booked one that no rule gives any more. */
  due: boolean
  label: string
}

type Read = Pick<RotaView, 'days' | 'slots'>

export function dayCells({ days, slots }: Read, dates: readonly string[], now: number): DayCell[] {
  return dates.map(date => {
    const of = slots.filter(({ startAt }) => localDate(startAt) === date)
    const held = of.filter(({ state }) => state !== 'FREE').length
    const mark = markOf(days.find(day => day.date === date))
    const count = of.length === 0 ? '—' : `${held}/${of.length}`
    const hours = of.length === 0 ? '没有排班' : `共${of.length}段，已约${held}段`
    const weekday = WEEKDAYS[weekdayOf(date) - 1] ?? ''
    return {
      date,
      weekday: date === localDate(now) ? '今天' : weekday,
      day: String(Number(date.slice(8))),
      mark: mark.mark,
      tone: mark.tone,
      count,
      due: of.some(({ state }) => state === 'UNCOVERED'),
      label: [dayWords(date), `周${weekday}`, mark.spoken, hours].filter(Boolean).join('，'),
    }
  })
}

/** 1 (Monday) – 7. */
export const weekdayOf = (date: string): number => new Date(instant(date, '12:00')).getUTCDay() || 7

type Mark = Pick<DayCell, 'mark' | 'tone'> & { spoken: string }

/** 待: the holidays of that year are not announced yet. */
function markOf(day: CalendarDay | undefined): Mark {
  if (day?.kind === 'HOLIDAY') return { mark: '休', tone: 'green', spoken: `${day.name ?? ''}放假` }
  if (day?.kind === 'MAKEUP') return { mark: '班', tone: 'amber', spoken: '调休上班' }
  if (day?.pending) return { mark: '待', tone: '', spoken: '节假日待定' }
  return { mark: '', tone: '', spoken: '' }
}
