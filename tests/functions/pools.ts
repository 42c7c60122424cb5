/** Pools of places in a cloud without functions: the kit runs in the test's own process, through the real SDK. */
import type { Pool } from '../../cloudfunctions/_kit/places/place'
import type { Taken, Wish } from '../../cloudfunctions/_kit/places/places'
import { makePlaces } from '../../cloudfunctions/_kit/places/places'
import { Store } from '../../cloudfunctions/_kit/store'
import type { Place } from '../../typings/documents'
import { startTestCloud } from '../support/cloud'
import { everything } from '../support/invariants'

export async function startPools() {
  const cloud = await startTestCloud({ functions: '/nonexistent' })
  Object.assign(process.env, cloud.sdk(), { TCB_ENV: 'local' })
  return {
    cloud,
    stop: () => cloud.stop(),
    /** The places of a pool by number. */
    places: async ({ pool }: Pool) =>
      (await everything<Place>(cloud, 'places'))
        .filter(place => place.pool === pool)
        .sort((a, b) => a.no - b.no),
  }
}

let made = 0
let time = 1_790_000_000_000

/** A moment far from all before it: nothing is remembered from then. */
export const later = () => (time += 100_000)

export function newPool(maxNo: number): Pool {
  return { pool: `se_pool${++made}`, refId: 'ac_1', segments: [], maxNo, startAt: 1, endAt: 2 }
}

export async function freshPool(maxNo: number): Promise<Pool> {
  const pool = newPool(maxNo)
  await makePlaces(new Store(), pool)
  return pool
}

export function wish({ pool, maxNo }: Pool, holder: string, changes: Partial<Wish> = {}): Wish {
  return {
    pool,
    ranges: [{ from: 1, to: maxNo }],
    holder,
    cap: { key: `${holder}|${pool}`, limit: 2 },
    headcount: 1,
    now: later(),
    admit: () => undefined,
    ...changes,
  }
}

export function placeOf(taken: Taken): Place {
  if (!('place' in taken)) throw new Error(`no place: ${taken.kind}`)
  return taken.place
}
