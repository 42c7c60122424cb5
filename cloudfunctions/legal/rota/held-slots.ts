import type { Store } from '../../_kit/store'
import type { HeldSlot } from '../../../typings/api/legal'
import type { Appointment, Place } from '../../../typings/documents'
import { LIVE } from '../booking/my-appointment'

const MOST = 1000

/** What these held slots are for: only those whose appointment goes on. One that is being booked has none yet (''). */
export async function heldSlots(
  store: Store,
  lawyerId: string,
  places: readonly Place[],
): Promise<HeldSlot[]> {
  const appointments = await appointmentsOf(store, lawyerId, places)
  return places.flatMap(({ pool: slotId, rid, startAt, endAt }) => {
    const appointment = appointments.get(rid)
    if (appointment && !LIVE.includes(appointment.state)) return []
    return [{ slotId, startAt, endAt, appointmentId: appointment?._id ?? '' }]
  })
}

/** By the holding of the slot. */
export async function appointmentsOf(
  store: Store,
  lawyerId: string,
  places: readonly Place[],
): Promise<Map<string, Pick<Appointment, '_id' | 'state'>>> {
  if (places.length === 0) return new Map()
  const starts = places.map(({ startAt }) => startAt)
  const found = await store.find('appointments', {
    where: { lawyerId, startAt: { $gte: Math.min(...starts), $lte: Math.max(...starts) } },
    fields: ['_id', 'rid', 'state'],
    limit: MOST,
  })
  return new Map(found.map(appointment => [appointment.rid, appointment]))
}
