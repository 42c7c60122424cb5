import type { Place, Segment } from '../../../typings/documents'
import { atOnce } from '../at-once'
import { fullness } from './fullness'
import { ulid } from '../ids'
import type { Pool } from './place'
import { blocked, freed, freePlace, nobody } from './place'
import type { Store } from '../store'
import { AFTER_CAUSE_MS } from '../tasks'

/** Documents of one read. */
const PAGE = 1000
const MOST_AT_ONCE = 10

/** A pool, and how many of its numbers are withdrawn: by segment, or altogether where there are none. */
export interface Sized extends Pool {
  blocked: number
}

/** The numbers of one key; `''` is the whole of a pool without segments. `blocked`: how many of them are withdrawn. */
interface Part {
  key: string
  ranges: Pick<Segment, 'from' | 'to'>[]
  blocked: number
}

/**
 * Withdraws `count` free numbers of one segment, from the top. Undefined when too few are free, and then nothing has
 * changed. Nobody is evicted. A number that is taken meanwhile is passed by.
 */
export async function blockFree(
  store: Store,
  { pool }: Pool,
  segment: string,
  count: number,
  now: number,
): Promise<Place[] | undefined> {
  const done: Place[] = []
  let before = Infinity
  while (done.length < count) {
    const page = await store.find('places', {
      where: { pool, segment, holder: '', ...(before < Infinity && { no: { $lt: before } }) },
      orderBy: { no: -1 },
      limit: Math.min(PAGE, count - done.length),
    })
    await atOnce(MOST_AT_ONCE, page, async place => {
      // its own mark: only who withdrew a number this time puts it back
      const withdrawn = { ...blocked(place), rid: ulid(now) }
      if (await store.change('places', { _id: place._id, holder: '' }, withdrawn))
        done.push({ ...place, ...withdrawn })
    })
    const last = page.at(-1)
    if (!last) {
      await putBack(store, done)
      return undefined
    }
    before = last.no
  }
  return done
}

/** Frees these numbers, unless somebody did so before. */
export async function putBack(store: Store, places: readonly Place[]): Promise<void> {
  await atOnce(MOST_AT_ONCE, places, async place => {
    await store.change('places', { _id: place._id, holder: place.holder, rid: place.rid }, nobody(place))
  })
}

/**
 * Makes the places what the pool says: numbers that are missing are added, what is withdrawn beyond `blocked` comes
 * back from the bottom, what is withdrawn too little is taken from the top. Of what is new the first `waiting` stay
 * closed (BLOCKED, step HEAL) until the queue was asked. Repeated or cut off anywhere, it ends in the same.
 */
export async function fitPlaces(store: Store, pool: Sized, waiting: number, now: number): Promise<void> {
  const places = await placesOf(store, pool.pool)
  let closed = waiting
  /** Those for the queue first, then those for everybody. */
  const open = <P extends { _id: string; no: number }>(news: readonly P[]) =>
    news.map(place => ({ place, to: closed-- > 0 ? forQueue(place, now) : freed(place, now) }))
  for (const part of partsOf(pool)) {
    const own = places.filter(({ no }) => part.ranges.some(({ from, to }) => from <= no && no <= to))
    const withdrawn = own.filter(({ state, step }) => state === 'BLOCKED' && step === '')
    const back = open(withdrawn.slice(0, Math.max(0, withdrawn.length - part.blocked)))
    await atOnce(MOST_AT_ONCE, back, async ({ place, to }) => {
      const { _id, holder, rid } = place
      await store.change('places', { _id, holder, rid, step: '' }, to)
    })
    const added = open(missingOf(pool, part, own)).map(({ place, to }) => ({ ...place, ...to }))
    await store.insertMissing('places', added)
    const lacking = part.blocked - withdrawn.length
    if (lacking > 0) await blockSome(store, pool, part.key, lacking, now)
  }
  fullness.forget(pool.pool)
}

/** As many of `count` as are free. */
async function blockSome(store: Store, pool: Pool, key: string, count: number, now: number): Promise<void> {
  const free = await store.count('places', { pool: pool.pool, segment: key, holder: '' })
  if (free > 0) await blockFree(store, pool, key, Math.min(count, free), now)
}

const forQueue = (place: { _id: string; no: number }, now: number) => ({
  ...blocked(place),
  due: now + AFTER_CAUSE_MS,
  step: 'HEAL' as const,
})

function missingOf(pool: Pool, { ranges }: Part, own: readonly Place[]): Place[] {
  const known = new Set(own.map(({ no }) => no))
  return ranges
    .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
    .filter(no => !known.has(no))
    .map(no => freePlace(pool, no))
}

function partsOf({ segments, maxNo, blocked }: Sized): Part[] {
  if (segments.length === 0) return [{ key: '', ranges: [{ from: 1, to: maxNo }], blocked }]
  return [...new Set(segments.map(({ key }) => key))].map(key => {
    const ranges = segments.filter(segment => segment.key === key)
    return { key, ranges, blocked: ranges.reduce((sum, { blocked = 0 }) => sum + blocked, 0) }
  })
}

/** Every place of a pool by number, in as many reads as it takes. */
async function placesOf(store: Store, pool: string): Promise<Place[]> {
  const places: Place[] = []
  for (let last = 0; ;) {
    const page = await store.find('places', {
      where: { pool, no: { $gt: last } },
      orderBy: { no: 1 },
      fields: ['_id', 'no', 'holder', 'rid', 'state', 'step'],
      limit: PAGE,
    })
    places.push(...page)
    last = page.at(-1)?.no ?? last
    if (page.length < PAGE) return places
  }
}
