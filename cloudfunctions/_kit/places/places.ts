import type { Place, PlaceStep, Sealed } from '../../../typings/documents'
import { acceptPlace } from './accept-place'
import { tryAgain } from '../errors'
import { fullness } from './fullness'
import { holdersOf } from './holders'
import { ulid } from '../ids'
import type { Cap } from './ordinals'
import { freeOrdinal } from './ordinals'
import type { Holding, Pool, Range } from './place'
import { freed, freePlace } from './place'
import type { Store } from '../store'
import { duplicateKey, writeConflict } from '../store-errors'

/** Someone's wish for one place of a pool. */
export interface Wish {
  pool: string
  /** Numbers to look in, one range after the other. */
  ranges: readonly Range[]
  holder: string
  cap: Cap
  headcount: number
  answers?: Sealed | null
  now: number
  /** What `jobs` does with the place once it is taken; tells the holder, unless told. */
  step?: PlaceStep
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
 * they refuse is looked up: a place already held is answered as `held`, one that is offered to them is accepted, else the
 * next ordinal under the cap is tried.
 */
export async function takePlace(store: Store, wish: Wish): Promise<Taken> {
  const remembered = fullness.holders(wish.pool, wish.ranges, wish.now)
  if (remembered) {
    if (!remembered.has(wish.holder)) return { kind: 'full' }
    const place = await ownPlace(store, wish.pool, wish.holder)
    if (place) return theirs(store, wish, place)
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
    // not refused by the cap, then by the person: an offer, or a place taken before its date was moved
    const place =
      own.find(place => place.pool === pool) ?? (tried ? undefined : await ownPlace(store, pool, holder))
    if (place) return theirs(store, wish, place)
    wish.admit(own)
    const next = freeOrdinal(cap, own)
    if (next === undefined) return { kind: 'capped' }
    capNth = next
  }
  throw tryAgain()
}

async function takeFree(
  store: Store,
  wish: Wish,
  capNth: number,
  contended: boolean,
): Promise<Place | undefined> {
  const { pool, holder, cap, headcount, answers = null, now, step = 'SIGNED' } = wish
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
        step,
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

async function noneFree(store: Store, wish: Wish): Promise<Taken> {
  const { pool, ranges, holder, now } = wish
  const holders = await holdersOf(store, pool)
  fullness.rememberFull(pool, ranges, holders, now)
  const own = holders.has(holder) ? await ownPlace(store, pool, holder) : undefined
  return own ? theirs(store, wish, own) : { kind: 'full' }
}

/** What the person has in this pool already; who takes a place that is offered to them accepts it. */
async function theirs(store: Store, wish: Wish, place: Place): Promise<Taken> {
  if (place.state !== 'OFFERED') return { kind: 'held', place }
  const { pool, holder, cap, now, headcount, answers } = wish
  const own = await store.find('places', { where: { capKey: cap.key }, limit: cap.limit })
  wish.admit(own)
  // said nothing now: what they answered when they joined the queue stands
  const brought = { headcount, ...(answers !== undefined && { answers }) }
  const accepted = await acceptPlace(store, place, cap, now, brought, own)
  if (accepted.kind === 'capped') return accepted
  if (accepted.kind === 'accepted') return { kind: 'taken', place: accepted.place }
  const held = await heldPlace(store, pool, holder)
  return held ? { kind: 'held', place: held } : { kind: 'full' }
}

/** The place this person has in this pool: held, or offered to them. */
export async function ownPlace(store: Store, pool: string, holder: string): Promise<Place | undefined> {
  const [place] = await store.find('places', { where: { pool, holder }, limit: 1 })
  return place
}

/** The place this person holds in this pool; an offer is none. */
export async function heldPlace(store: Store, pool: string, holder: string): Promise<Place | undefined> {
  const place = await ownPlace(store, pool, holder)
  return place?.state === 'HELD' ? place : undefined
}

/** Hands exactly this holding, or free place, to another; false when it is over already. Rejects on a duplicate key. */
export async function handPlace(store: Store, place: Place, to: Holding): Promise<boolean> {
  const { _id, pool, holder, rid, state } = place
  const handed = await store.change('places', { _id, holder, rid, state }, to)
  fullness.forget(pool)
  return handed
}

/** Lets go of exactly this holding; false when it is over already. `jobs` looks at the place again. */
export async function releasePlace(store: Store, place: Place, now: number): Promise<boolean> {
  return handPlace(store, place, freed(place, now))
}
