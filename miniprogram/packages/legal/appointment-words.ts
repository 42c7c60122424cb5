import type { MyAppointment } from '../../../typings/api/legal'
import type { AppointmentState } from '../../../typings/documents'
import { plainWords, spoken, type Words } from '../../components/state-words/words'
import { modeLabels } from '../../shared/labels'
import { clock, dateLong, range, stamp } from '../../shared/time'

const STATES: Record<AppointmentState, Words> = {
  BOOKED: plainWords('已预约', 'green', 'check-circle'),
  CLEARED: plainWords('律师已确认', 'green', 'check-circle'),
  CONSULTING: plainWords('律师正在填写记录', 'green', 'check-circle'),
  DONE: plainWords('已办结，请评价', 'green', 'check-circle'),
  RATED: plainWords('已办结', 'green', 'check-circle'),
  CONFLICTED: plainWords('正在为您换律师', 'amber', 'time'),
  ESCALATED: plainWords('正在为您安排律师', 'amber', 'time'),
  CANCELLED: plainWords('已取消'),
  NO_SHOW: plainWords('未按时参加', 'late'),
}

type Told = Pick<MyAppointment, 'state' | 'endAt'>

/** A state as the person reads it. Time alone writes no record. */
export function appointmentWords({ state, endAt }: Told, now: number): Words {
  const over = endAt <= now && (state === 'BOOKED' || state === 'CLEARED')
  return over ? plainWords('等律师填写记录', 'amber', 'time') : STATES[state]
}

export interface AppointmentLine {
  appointmentId: string
  title: string
  day: string
  sub: string
  date: string
  /** 14:30　电话　叶律师 */
  meta: string
  state: Words
  label: string
}

/** An appointment in a list. */
export function appointmentLine(one: MyAppointment, now: number): AppointmentLine {
  const { appointmentId, service, lawyer, mode, startAt, endAt } = one
  const [state, date] = [appointmentWords(one, now), dateLong(startAt)]
  const how = modeLabels[mode]
  return {
    appointmentId,
    title: `${service}咨询`,
    ...stamp(startAt),
    date,
    meta: `${clock(startAt)}　${how}　${lawyer}`,
    state,
    label: `${service}咨询，${date}${range(startAt, endAt)}，${how}，${lawyer}，${spoken(state)}`,
  }
}
