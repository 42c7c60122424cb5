import type { DraftSession, Times } from '../../../../../typings/documents'
import { clock, dateLong, instant, localDate } from '../../../../shared/time'
import { startingAt } from '../../draft/sessions'

export type Moment = keyof Times

export interface TimeRow {
  key: Moment
  label: string
  /** As the picker has it. */
  date: string
  time: string
  day: string
}

const labels: [Moment, string][] = [
  ['startAt', '开始'],
  ['endAt', '结束'],
  ['openAt', '报名开始'],
  ['closeAt', '报名截止'],
]

export const timeRows = (session: DraftSession, numbered: boolean): TimeRow[] =>
  labels.slice(0, numbered ? 4 : 2).map(([key, label]) => ({
    key,
    label,
    date: localDate(session[key]),
    time: clock(session[key]),
    day: dateLong(session[key]),
  }))

/** With a new date or clock at one of its moments; a start takes the end and the close of sign-up along. */
export function withMoment(
  session: DraftSession,
  key: Moment,
  change: { date?: string; time?: string },
): DraftSession {
  const at = instant(change.date ?? localDate(session[key]), change.time ?? clock(session[key]))
  return key === 'startAt' ? startingAt(session, at) : { ...session, [key]: at }
}
