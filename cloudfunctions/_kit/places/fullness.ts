import { InstanceCache } from '../cache'
import type { Range } from './place'

const REMEMBER_MS = 1000
const emptyRanges = new InstanceCache<number>(REMEMBER_MS)
const holdersWhenFull = new InstanceCache<ReadonlySet<string>>(REMEMBER_MS)

/**
 * What an instance remembers of a pool for one second, so that a loser costs nothing. It only ever refuses, and never a
 * holder: whoever held a place when the numbers ran out is sent to the database. A place that another instance lets go
 * within that second is not seen here until it is over; who takes it there and taps again here may hear FULL once.
 */
export const fullness = {
  /** Everyone who held a place when the last of these numbers was taken; undefined when that is not known. */
  holders(pool: string, ranges: readonly Range[], now: number): ReadonlySet<string> | undefined {
    return holdersWhenFull.peek(keyOf(pool, ranges), now)
  },
  /** True: none of these numbers is free and this person holds none. */
  refuses(pool: string, ranges: readonly Range[], holder: string, now: number): boolean {
    return this.holders(pool, ranges, now)?.has(holder) === false
  },
  isEmpty(pool: string, range: Range, now: number): boolean {
    return emptyRanges.peek(keyOf(pool, [range]), now) !== undefined
  },
  rememberEmpty(pool: string, range: Range, now: number): void {
    emptyRanges.put(keyOf(pool, [range]), now, now)
  },
  /** `holders` must have been read after the last of the ranges was found empty. */
  rememberFull(pool: string, ranges: readonly Range[], holders: ReadonlySet<string>, now: number): void {
    // one second from when the first of them was seen empty, however often it is asked meanwhile
    const since = ranges.map(range => emptyRanges.peek(keyOf(pool, [range]), now) ?? now)
    holdersWhenFull.put(keyOf(pool, ranges), Math.min(now, ...since), holders)
  },
  /** A place of this pool was let go here. */
  forget(pool: string): void {
    emptyRanges.forgetAll(`${pool}:`)
    holdersWhenFull.forgetAll(`${pool}:`)
  },
}

function keyOf(pool: string, ranges: readonly Range[]): string {
  return `${pool}:${ranges
    .map(({ from, to }) => `${from}-${to}`)
    .sort()
    .join()}`
}
