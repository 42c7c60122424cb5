import type { AppointmentView } from '../../../typings/api/legal'
import type { Appointment } from '../../../typings/documents'
import type { Role } from './access'

type Read = Pick<Appointment, 'state' | 'startAt'>

/** What this side may do now. */
export function actionsOf({ state, startAt }: Read, as: Role, now: number): AppointmentView['can'] {
  const lawyer = as === 'LAWYER'
  const advising = lawyer && (state === 'CLEARED' || state === 'CONSULTING') && now >= startAt
  return {
    cancel: !lawyer && cancellable(state) && now < startAt,
    rate: !lawyer && state === 'DONE',
    answer: lawyer && state === 'BOOKED' && now < startAt,
    record: advising,
    noShow: advising,
  }
}

/** The person may still call it off: nobody has begun a record. */
export function cancellable(state: Appointment['state']): boolean {
  return state === 'BOOKED' || state === 'CLEARED' || state === 'CONFLICTED' || state === 'ESCALATED'
}
