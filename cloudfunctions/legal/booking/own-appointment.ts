import type { PersonRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import type { Appointment } from '../../../typings/documents'

/** One the caller booked. */
export async function ownAppointment({ store, me }: PersonRequest, id: string): Promise<Appointment> {
  const appointment = await store.get('appointments', id)
  if (appointment?.personId !== me._id) throw new AppError('NOT_FOUND')
  return appointment
}
