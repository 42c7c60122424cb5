import { nobody, placeId } from '../../_kit/places/place'
import { fullness } from '../../_kit/places/fullness'
import type { Store } from '../../_kit/store'
import { AFTER_CAUSE_MS, schedule } from '../../_kit/tasks'
import type { Appointment } from '../../../typings/documents'

/** A holding of a slot; `due`, where it must be as it was read. */
type Held = Pick<Appointment, 'slotId' | 'personId' | 'rid' | 'lawyerId'> & { due?: number }

/** Exactly the holding that an appointment names. */
const holdingOf = ({ slotId, personId, rid, due }: Held) => ({
  _id: placeId(slotId, 1),
  holder: personId,
  rid,
  ...(due !== undefined && { due }),
})

/** Before what may be cut off: `jobs` looks at this holding and its appointment in a while. */
export async function watchSlot(store: Store, held: Held, now: number): Promise<void> {
  await store.change('places', holdingOf(held), { step: 'BOOKED', due: now + AFTER_CAUSE_MS })
}

/**
 * Lets go of exactly this holding; false when it is over already. The rota is asked whether the slot is still given,
 * since a held one outlives its rule: a minute later, so that no run of the timer asks before it was let go of.
 */
export async function releaseSlot(store: Store, held: Held, now: number): Promise<boolean> {
  await schedule(store, 'SLOTS', held.lawyerId, now + AFTER_CAUSE_MS)
  const released = await store.change(
    'places',
    holdingOf(held),
    nobody({ _id: placeId(held.slotId, 1), no: 1 }),
  )
  fullness.forget(held.slotId)
  return released
}
