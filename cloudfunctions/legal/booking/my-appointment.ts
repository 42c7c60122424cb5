import { lawyerName } from '../../../miniprogram/shared/legal-words'
import type { MyAppointment } from '../../../typings/api/legal'
import type { Appointment, AppointmentState, Lawyer } from '../../../typings/documents'

/** States of an appointment that goes on. */
export const LIVE: readonly AppointmentState[] = [
  'BOOKED',
  'CLEARED',
  'CONSULTING',
  'CONFLICTED',
  'ESCALATED',
]

type Line = Pick<Appointment, '_id' | 'serviceName' | 'mode' | 'startAt' | 'endAt' | 'state'>

/** One line of a list: when, with whom, how. */
export function myAppointment(appointment: Line, lawyer: Lawyer | undefined): MyAppointment {
  const { _id: appointmentId, serviceName: service, mode, startAt, endAt, state } = appointment
  const site = mode === 'SITE' ? lawyer?.site : null
  return {
    appointmentId,
    service,
    lawyer: lawyerName(lawyer?.surname ?? ''),
    firm: lawyer?.firm ?? '',
    mode,
    startAt,
    endAt,
    state,
    ...(site && { site: site.name }),
  }
}
