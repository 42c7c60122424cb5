import type { Limitation } from '../../../../../typings/api/legal'
import type { LimitEvent } from '../../../../../typings/documents'
import { claimLabels, limitEventLabels } from '../../../../shared/labels'
import { DISCLAIMER, NOT_RUNNING, OVER } from '../../../../shared/limitation'
import { dayWords } from '../../../../shared/local-days'

export interface EventView {
  id: string
  what: string
  date: string
  state: string
  tone: '' | 'amber' | 'green'
  /** The lawyer says whether it counts. */
  asks: boolean
  /** It was confirmed, and that may be taken back. */
  back: boolean
}

export interface LimitView {
  limitId: string
  title: string
  /** 提醒日 2027年3月10日，还有 175 天 */
  day: string
  late: boolean
  /** Where the date goes if what was reported is confirmed. */
  hoped: string
  basis: { text: string; article: string }[]
  events: EventView[]
  note: string
}

export function limitCardView({
  limitId,
  claimType,
  deadline,
  daysLeft = 0,
  ifConfirmed,
  basis,
  events,
}: Limitation): LimitView {
  const late = deadline !== undefined && daysLeft < 0
  return {
    limitId,
    title: `仲裁时效　${claimLabels[claimType]}`,
    day: deadline === undefined ? NOT_RUNNING : `提醒日 ${dayWords(deadline)}，${left(daysLeft)}`,
    late,
    hoped: ifConfirmed === undefined ? '' : `待确认的事由全部成立时，提醒日为${dayWords(ifConfirmed)}。`,
    basis,
    events: events.map(eventView),
    note: DISCLAIMER,
  }
}

const left = (days: number): string => (days < 0 ? OVER : days === 0 ? '就是今天' : `还有 ${days} 天`)

const STATES = {
  REPORTED: { state: '当事人记录，待您确认', tone: 'amber' },
  CONFIRMED: { state: '已确认', tone: 'green' },
  REJECTED: { state: '未予确认', tone: '' },
} as const

function eventView({ id, kind, date, untilDate, state }: LimitEvent): EventView {
  return {
    id,
    what: limitEventLabels[kind],
    date: untilDate ? `${dayWords(date)}–${dayWords(untilDate)}` : dayWords(date),
    ...STATES[state],
    asks: state === 'REPORTED',
    back: state === 'CONFIRMED',
  }
}
