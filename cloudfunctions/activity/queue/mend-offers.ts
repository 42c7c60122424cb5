import type { Store } from '../../_kit/store'
import type { Place, Wait } from '../../../typings/documents'
import type { Line } from './line'
import { mendEntry } from './mend-entry'
import { pass } from './pass'
import { LIVE, liveKey } from './wait-entry'

const MOST = 1000

/** Makes places and the entries of the queue agree again, after a write that was cut off between the two. */
export async function mendOffers(store: Store, line: Line): Promise<void> {
  const { _id: pool } = line.session
  // entries first: a place is written before its entry, so that whatever an entry names was there by then
  const live = await store.find('waits', {
    where: { sessionId: pool, state: { $in: LIVE } },
    orderBy: { n: 1 },
    limit: MOST,
  })
  const offered = await store.find('places', { where: { pool, state: 'OFFERED' }, limit: MOST })
  const offers = new Set(offered.map(({ rid }) => rid))
  const told = new Set(live.map(({ rid }) => rid))
  await mendEntries(
    store,
    line,
    live.filter(({ rid }) => !offers.has(rid)),
  )
  await mendPlaces(
    store,
    line,
    offered.filter(({ rid }) => !told.has(rid)),
  )
}

/** Entries that name no offer, or one which is none any more: their person may hold a place, or have lost it. */
async function mendEntries(store: Store, { session, now }: Line, entries: readonly Wait[]): Promise<void> {
  if (entries.length === 0) return
  const holder = { $in: entries.map(({ personId }) => personId) }
  const own = await store.find('places', { where: { pool: session._id, holder }, limit: entries.length })
  const placeOf = new Map(own.map(place => [place.holder, place]))
  for (const entry of entries) {
    const place = placeOf.get(entry.personId)
    if (place || entry.state === 'OFFERED') await mendEntry(store, entry, place, now)
  }
}

/** Places on offer of which no entry says so: it has not been said yet, or that person left the queue. */
async function mendPlaces(store: Store, line: Line, places: readonly Place[]): Promise<void> {
  if (places.length === 0) return
  const keys = places.map(({ pool, holder }) => liveKey(pool, holder))
  const live = await store.find('waits', { where: { liveKey: { $in: keys } }, limit: keys.length })
  for (const place of places) {
    const entry = live.find(({ personId, at }) => personId === place.holder && at <= place.at)
    if (entry) await mendEntry(store, entry, place, line.now)
    else await pass(store, line, place)
  }
}
