import type { Store } from '../../_kit/store'
import type { Place } from '../../../typings/documents'
import { mendEntry } from './mend-entry'
import { liveKey } from './wait-entry'

/** Lets the entries of who has these places, offered or held, say so; in one call when all do. */
export async function mendEntriesOf(store: Store, places: readonly Place[], now: number): Promise<void> {
  if (places.length === 0) return
  const placeOf = new Map(places.map(place => [liveKey(place.pool, place.holder), place]))
  const live = await store.find('waits', {
    where: { liveKey: { $in: [...placeOf.keys()] } },
    limit: placeOf.size,
  })
  for (const entry of live) {
    const place = placeOf.get(entry.liveKey)
    // a later entry is of who let go of this place and joined again
    if (!place || entry.at > place.at || (place.state === 'OFFERED' && entry.rid === place.rid)) continue
    await mendEntry(store, entry, place, now)
  }
}
