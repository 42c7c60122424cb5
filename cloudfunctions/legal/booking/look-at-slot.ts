import type { Store } from '../../_kit/store'
import { AFTER_CAUSE_MS, schedule } from '../../_kit/tasks'
import type { Place } from '../../../typings/documents'
import { releaseSlot } from './slot-place'

/**
 * A slot was taken or is being let go. With its appointment, that is looked at and this is done; without one for a minute,
 * what began here was cut off.
 */
export async function lookAtSlot(store: Store, place: Place, now: number): Promise<void> {
  const { _id, pool: slotId, refId: lawyerId, holder: personId, rid, due, at } = place
  const held = { slotId, lawyerId, personId, rid, due }
  const [appointment] = await store.find('appointments', { where: { rid }, limit: 1 })
  if (!appointment) {
    if (at + AFTER_CAUSE_MS <= now) await releaseSlot(store, held, now)
    else await store.change('places', { _id, rid, due }, { due: at + AFTER_CAUSE_MS })
    return
  }
  await schedule(store, 'APPT', appointment._id, now)
  if (appointment.state === 'CANCELLED' && now < place.startAt) await releaseSlot(store, held, now)
  else await store.change('places', { _id, rid, due }, { step: '', due: 0 })
}
