import { lawyerIdOf } from '../../_kit/identity'
import { AppError } from '../../_kit/errors'
import { grantsOf } from '../../_kit/grants'
import type { PersonRequest } from '../../_kit/action'
import type { Appointment, AppointmentState } from '../../../typings/documents'

export type Role = 'WORKER' | 'LAWYER'

/** Begun or over after the lawyer had said that no conflict stands. */
const CLEARED: readonly AppointmentState[] = ['CLEARED', 'CONSULTING', 'DONE', 'RATED', 'NO_SHOW']

/** May this side read facts, files and record? A conflict that is found later, or a cancel, ends it for the lawyer. */
export function readsFacts(
  { state, clearedAt }: Pick<Appointment, 'state' | 'clearedAt'>,
  as: Role,
): boolean {
  return as === 'WORKER' || (clearedAt > 0 && CLEARED.includes(state))
}

/** The appointment and as whom the caller sees it; for anybody else it is not there. */
export async function loadAppointment(
  { store, me, now }: PersonRequest,
  id: string,
): Promise<{ appointment: Appointment; as: Role }> {
  const appointment = await store.get('appointments', id)
  if (appointment?.personId === me._id) return { appointment, as: 'WORKER' }
  if (appointment?.lawyerId === lawyerIdOf(me._id)) {
    const grants = await grantsOf(store, me._id, now)
    if (grants.some(({ role }) => role === 'LAWYER')) return { appointment, as: 'LAWYER' }
  }
  throw new AppError('NOT_FOUND')
}
