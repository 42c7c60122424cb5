import type { Store } from '../../_kit/store'
import { schedule } from '../../_kit/tasks'
import type { Appointment, AppointmentState } from '../../../typings/documents'
import { watchSlot } from '../booking/slot-place'

/** The lawyer still has to answer, or has begun. */
export const OPEN: readonly AppointmentState[] = ['BOOKED', 'CLEARED', 'CONSULTING']

/**
 * From here on this lawyer reads nothing of it, and staff find another one. Undefined when it changed since it was read.
 * Staff are told by the task APPT; cut off anywhere, `jobs` completes it.
 */
export async function declareConflict(
  store: Store,
  appointment: Appointment,
  now: number,
): Promise<Appointment | undefined> {
  const { _id, rev } = appointment
  const conflicted = { state: 'CONFLICTED', conflictedAt: now, clearedAt: 0, updatedAt: now } as const
  await watchSlot(store, appointment, now)
  if (!(await store.change('appointments', { _id, rev }, conflicted))) return undefined
  await schedule(store, 'APPT', _id, now)
  return { ...appointment, ...conflicted, rev: rev + 1 }
}
