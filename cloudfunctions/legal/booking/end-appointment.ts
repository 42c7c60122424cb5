import type { Store } from '../../_kit/store'
import { schedule } from '../../_kit/tasks'
import type { Appointment } from '../../../typings/documents'
import { releaseSlot, watchSlot } from './slot-place'

export interface Ending {
  state: 'CANCELLED' | 'DONE' | 'NO_SHOW'
  /** Told to both sides. */
  reason: string
  /** Who ends it; '' when time does. */
  by: string
}

/**
 * Ends an appointment as it was read, once: answers it as it is then, undefined when it changed meanwhile. A slot that
 * still lies ahead is let go of. Worker and lawyer are told by the task APPT; cut off anywhere, `jobs` completes it.
 */
export async function endAppointment(
  store: Store,
  appointment: Appointment,
  { state, reason, by }: Ending,
  now: number,
): Promise<Appointment | undefined> {
  const { _id, rev } = appointment
  const ended = { state, reason, liveKey: _id, endedAt: now, endedBy: by, updatedAt: now }
  await watchSlot(store, appointment, now)
  if (!(await store.change('appointments', { _id, rev }, ended))) return undefined
  await schedule(store, 'APPT', _id, now)
  if (state === 'CANCELLED' && now < appointment.startAt) await releaseSlot(store, appointment, now)
  return { ...appointment, ...ended, rev: rev + 1 }
}
