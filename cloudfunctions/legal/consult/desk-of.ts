import type { Settings } from '../../_kit/settings'
import { localDate } from '../../../miniprogram/shared/time'
import type { DeskItem, LawyerDesk } from '../../../typings/api/legal'
import type { Appointment } from '../../../typings/documents'

const HOUR_MS = 3600_000
const MOST_NEXT = 50

type Lists = Pick<LawyerDesk, 'today' | 'answers' | 'records' | 'next'>
type Read = Pick<Appointment, '_id' | 'serviceName' | 'mode' | 'startAt' | 'endAt' | 'state' | 'answerBy'>

/** `open`: those that wait for this lawyer, the earliest first. One that is over stands under the records alone. */
export function deskOf(open: readonly Read[], settings: Settings, now: number): Lists {
  const items = open.map(one => itemOf(one, settings['legal.recordHours'] * HOUR_MS, now))
  const ahead = items.filter(({ endAt }) => now < endAt)
  const isToday = ({ startAt }: DeskItem) => localDate(startAt) === localDate(now)
  return {
    today: ahead.filter(isToday),
    answers: items.filter(({ state }) => state === 'BOOKED').sort((a, b) => a.dueAt - b.dueAt),
    records: items.filter(({ state, endAt }) => state !== 'BOOKED' && endAt <= now),
    next: ahead.filter(item => item.startAt > now && !isToday(item)).slice(0, MOST_NEXT),
  }
}

function itemOf(
  { _id: appointmentId, serviceName: service, mode, startAt, endAt, state, answerBy }: Read,
  recordMs: number,
  now: number,
): DeskItem {
  const owed = now < endAt ? 0 : endAt + recordMs
  const dueAt = state === 'BOOKED' ? answerBy : owed
  return { appointmentId, service, mode, startAt, endAt, state, dueAt }
}
