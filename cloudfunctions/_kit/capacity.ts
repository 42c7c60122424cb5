import { fullness } from './fullness'
import type { Pool } from './place'
import { blocked, nobody } from './place'
import { makePlaces } from './places'
import type { Store } from './store'

/**
 * Raises or cuts a pool to `capacity` usable numbers. Raising frees blocked numbers from the bottom, then makes new ones.
 * Cutting blocks free numbers from the top; false when too few are free, and then nothing has changed. Nobody is evicted.
 * Not for two at once on one pool: the caller's own document carries the lock (`rev`).
 */
export async function setCapacity(store: Store, pool: Pool, capacity: number): Promise<boolean> {
  const places = await store.find('places', {
    where: { pool: pool.pool },
    orderBy: { no: 1 },
    limit: 1000,
  })
  const shut = places.filter(place => place.holder.startsWith('#'))
  const change = capacity - (places.length - shut.length)
  if (change >= 0) {
    for (const place of shut.slice(0, change))
      await store.change('places', { _id: place._id, holder: place.holder }, nobody(place))
    const added = change - Math.min(change, shut.length)
    if (added > 0) await makePlaces(store, { ...pool, maxNo: places.length + added })
    fullness.forget(pool.pool)
    return true
  }
  const done: typeof places = []
  for (const place of places.filter(({ holder }) => holder === '').reverse()) {
    if (done.length === -change) break
    // taken a moment ago: the next lower one
    if (await store.change('places', { _id: place._id, holder: '' }, blocked(place))) done.push(place)
  }
  if (done.length === -change) return true
  for (const place of done)
    await store.change('places', { _id: place._id, holder: `#${place._id}` }, nobody(place))
  return false
}
