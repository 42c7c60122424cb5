import type { StaffRequest, Subject } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import type { Appointment } from '../../../typings/documents'

export interface OneCase extends Subject {
  appointment: Appointment
}

export async function loadCase(
  { store }: Pick<StaffRequest, 'store'>,
  { appointmentId }: { appointmentId: string },
): Promise<OneCase> {
  const appointment = await store.get('appointments', appointmentId)
  if (!appointment) throw new AppError('NOT_FOUND')
  return { orgPath: appointment.orgPath, appointment }
}
