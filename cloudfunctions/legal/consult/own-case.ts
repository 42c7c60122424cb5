import type { LawyerRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import type { Appointment } from '../../../typings/documents'

/** One that was booked with the caller, or moved to them; any other is not there for them. */
export async function ownCase({ store, lawyerId }: LawyerRequest, id: string): Promise<Appointment> {
  const appointment = await store.get('appointments', id)
  if (lawyerId === '' || appointment?.lawyerId !== lawyerId) throw new AppError('NOT_FOUND')
  return appointment
}
