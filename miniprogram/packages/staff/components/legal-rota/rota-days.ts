import type { CalendarDay, RotaSlot, RotaView } from '../../../../../typings/api/legal'
import { hourLines } from '../../../../shared/hour-lines'
import { ruleLine, ruleTitle } from '../../../../shared/rule-words'
import { dateLong, dateTime, instant, localDate } from '../../../../shared/time'

export interface RotaDay {
  date: string
  /** 9月24日（周四） */
  title: string
  mark: '' | '休' | '班' | '待定'
  /** 中秋节 */
  name: string
  lines: { text: string; tone: '' | 'amber' }[]
}

export interface RotaModel {
  kind: 'ready'
  name: string
  rules: { id: string; title: string; line: string }[]
  leaves: { id: string; title: string; line: string }[]
  /** Those on which something is. */
  days: RotaDay[]
}

export function rotaModel({ name, rules, leaves, slots, days }: RotaView): RotaModel {
  return {
    kind: 'ready',
    name,
    rules: rules.map(rule => ({ id: rule.id, title: ruleTitle(rule), line: ruleLine(rule) })),
    leaves: leaves.map(({ id, fromAt, toAt, reason }) => ({
      id,
      title: `${dateTime(fromAt)} 到 ${dateTime(toAt)}`,
      line: reason,
    })),
    days: days
      .map(day =>
        dayOf(
          day,
          slots.filter(({ startAt }) => localDate(startAt) === day.date),
        ),
      )
      .filter(({ lines }) => lines.length > 0),
  }
}

const kinds: Record<RotaSlot['state'], { words: string; tone: '' | 'amber' }> = {
  FREE: { words: '空闲', tone: '' },
  HELD: { words: '已约', tone: '' },
  UNCOVERED: { words: '已约，已不在排班内', tone: 'amber' },
}
const ORDER = ['UNCOVERED', 'HELD', 'FREE'] as const

function dayOf({ date, kind, name = '', pending }: CalendarDay, slots: readonly RotaSlot[]): RotaDay {
  const title = dateLong(instant(date, '00:00'))
  const lines = ORDER.flatMap(state =>
    hourLines(slots.filter(slot => slot.state === state)).map(line => ({
      text: `${line.slice(title.length)}　${kinds[state].words}`,
      tone: kinds[state].tone,
    })),
  )
  return { date, title, mark: pending ? '待定' : marks[kind], name, lines }
}

const marks = { HOLIDAY: '休', MAKEUP: '班', WORKDAY: '', REST: '' } as const
