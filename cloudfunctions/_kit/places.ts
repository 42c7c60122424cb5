import type { Place, Sealed } from '../../typings/documents'
import { tryAgain } from './errors'
import { fullness } from './fullness'
import { ulid } from './ids'
import type { Holding, Pool, Range } from './place'
import { freePlace, nobody } from './place'
import type { Store } from './store'
import { duplicateKey, writeConflict } from './store-errors'

/** Documents of one read; the cloud gives no more. */
const MOST_READ = 1000

/** Someone's wish for one place of a pool. */
export interface Wish {
  pool: string
  /** Numbers to look in, one range after the other. */
  ranges: readonly Range[]
  holder: string
  /** At most `limit` places carry `key` at any instant, whatever runs at once. */
  cap: { key: string; limit: number }
  headcount: number
  answers?: Sealed | null
  now: number
  /** Looks at the holder's other places under the same cap; throws to refuse. Called before a second one is taken. */
  admit(others: readonly Place[]): void
}

export type Taken = { kind: 'taken' | 'held'; place: Place } | { kind: 'full' } | { kind: 'capped' }

/** Makes the places of a pool. Repeated or raced it adds what is missing and changes nothing that is there. */
export async function makePlaces(store: Store, pool: Pool): Promise<void> {
  const numbers = Array.from({ length: pool.maxNo }, (_, i) => i + 1)
  await store.insertMissing(
    'places',
    numbers.map(no => freePlace(pool, no)),
  )
}

/**
 * Takes one place by one conditional update. The unique indexes (pool, holder, nth) and (capKey, capNth) decide; what
 * they refuse is looked up: a place already held is answered as `held`, else the next ordinal under the cap is tried.
 */
export async function takePlace(store: Store, wish: Wish): Promise<Taken> {
  const remembered = fullness.holders(wish.pool, wish.ranges, wish.now)
  if (remembered) {
    if (!remembered.has(wish.holder)) return { kind: 'full' }
    const place = await heldPlace(store, wish.pool, wish.holder)
    if (place) return { kind: 'held', place }
    // it was let go elsewhere, so something may be free
    fullness.forget(wish.pool)
  }
  let capNth = 0
  let contended = false
  // one turn for each ordinal that others of this person's taps may win meanwhile, and some to spare
  for (let turn = 0; turn < wish.cap.limit + 4; turn++) {
    try {
      const place = await takeFree(store, wish, capNth, contended)
      return place ? { kind: 'taken', place } : await noneFree(store, wish)
    } catch (error) {
      contended = writeConflict(error)
      if (contended) continue
      if (!duplicateKey(error)) throw error
    }
    const { holder, pool, cap } = wish
    const own = await store.find('places', { where: { capKey: cap.key }, limit: cap.limit })
    const tried = own.some(place => place.capNth === capNth)
    // not refused by the cap, then by the person: a place taken under another key, before its date was moved
    const held =
      own.find(place => place.pool === pool) ?? (tried ? undefined : await heldPlace(store, pool, holder))
    if (held) return { kind: 'held', place: held }
    wish.admit(own)
    const used = new Set(own.map(place => place.capNth))
    capNth = 0
    while (used.has(capNth)) capNth++
    if (capNth >= cap.limit) return { kind: 'capped' }
  }
  throw tryAgain()
}

async function takeFree(
  store: Store,
  wish: Wish,
  capNth: number,
  contended: boolean,
): Promise<Place | undefined> {
  const { pool, holder, cap, headcount, answers = null, now } = wish
  const rid = ulid(now)
  for (const range of wish.ranges) {
    if (fullness.isEmpty(pool, range, now)) continue
    // contended: start at a random number, so that not everybody reaches for the same document
    const inside = range.from + Math.floor(Math.random() * (range.to - range.from + 1))
    for (const from of contended ? [inside, range.from] : [range.from]) {
      // while free, `nth` is the number: the unique index itself finds the range
      const free = { pool, holder: '', nth: { $gte: from, $lte: range.to } }
      const mine: Holding = {
        holder,
        nth: 0,
        capKey: cap.key,
        capNth,
        rid,
        headcount,
        at: now,
        state: 'HELD',
        due: now,
        step: 'SIGNED',
        offerUntil: 0,
        answers,
      }
      const place = await store.takeOne('places', free, mine)
      if (place) return place
    }
    fullness.rememberEmpty(pool, range, now)
  }
  return undefined
}

async function noneFree(store: Store, { pool, ranges, holder, now }: Wish): Promise<Taken> {
  const holders = await holdersOf(store, pool)
  fullness.rememberFull(pool, ranges, holders, now)
  const own = holders.has(holder) ? await heldPlace(store, pool, holder) : undefined
  return own ? { kind: 'held', place: own } : { kind: 'full' }
}

/** Everybody who holds a place of this pool, in as many reads as it takes: one for each thousand. */
async function holdersOf(store: Store, pool: string): Promise<Set<string>> {
  const holders = new Set<string>()
  for (let last = ''; ;) {
    const page = await store.find('places', {
      where: { pool, holder: { $gt: last } },
      orderBy: { holder: 1 },
      fields: ['holder'],
      limit: MOST_READ,
    })
    for (const place of page) holders.add(place.holder)
    last = page.at(-1)?.holder ?? last
    if (page.length < MOST_READ) return holders
  }
}

/** The place this person holds in this pool. */
export async function heldPlace(store: Store, pool: string, holder: string): Promise<Place | undefined> {
  const [place] = await store.find('places', { where: { pool, holder }, limit: 1 })
  return place
}

/** Lets go of exactly this holding; false when it is over already. */
export async function releasePlace(store: Store, place: Place): Promise<boolean> {
  const { _id, pool, holder, rid } = place
  const released = await store.change('places', { _id, holder, rid }, nobody(place))
  fullness.forget(pool)
  return released
}

/**
 * After a release: moves the holder's other places down to the lowest ordinals. A later wish then meets them at ordinal
 * 0 and sees its clashes; were it cut off before, only that advice would be missing, never the cap.
 */
export async function closeRanks(store: Store, capKey: string): Promise<void> {
  const places = await store.find('places', { where: { capKey }, orderBy: { capNth: 1 }, limit: 100 })
  for (const [capNth, { _id, rid, capNth: was }] of places.entries()) {
    if (capNth === was) continue
    try {
      await store.change('places', { _id, rid, capNth: was }, { capNth })
    } catch (error) {
      if (!duplicateKey(error)) throw error
      // a new place took that ordinal: the ranks are closed
      return
    }
  }
}
