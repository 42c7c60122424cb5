import type { Store } from '../../_kit/store'
import type { Place } from '../../../typings/documents'

/** Documents of one read; the cloud gives no more. */
const MOST_READ = 1000

/** Every place of a session that somebody holds, by number; one read for each thousand. */
export async function heldPlaces(store: Store, sessionId: string): Promise<Place[]> {
  const all: Place[] = []
  for (;;) {
    const page = await store.find('places', {
      where: { pool: sessionId, state: 'HELD', no: { $gt: all.at(-1)?.no ?? 0 } },
      orderBy: { no: 1 },
      limit: MOST_READ,
    })
    all.push(...page)
    if (page.length < MOST_READ) return all
  }
}

/** The place of one holding, while it is held. */
export async function placeOfHolding(
  store: Store,
  sessionId: string,
  rid: string,
): Promise<Place | undefined> {
  const [place] = await store.find('places', { where: { pool: sessionId, rid, state: 'HELD' }, limit: 1 })
  return place
}

/** The same for many, by `rid`. */
export async function placesOfHoldings(
  store: Store,
  sessionId: string,
  rids: readonly string[],
): Promise<Map<string, Place>> {
  if (rids.length === 0) return new Map()
  const where = { pool: sessionId, rid: { $in: rids }, state: 'HELD' as const }
  const found = await store.find('places', { where, limit: rids.length })
  return new Map(found.map(place => [place.rid, place]))
}
