import type { Place } from '../../../typings/documents'
import { tryAgain } from '../errors'
import type { Holding } from './place'
import type { Cap } from './ordinals'
import { freeOrdinal } from './ordinals'
import type { Store } from '../store'
import { duplicateKey } from '../store-errors'

/** What an acceptance brings along: people of the group, answers. */
export type Brought = Partial<Pick<Holding, 'headcount' | 'answers'>>

export type Accepted = { kind: 'accepted'; place: Place } | { kind: 'over' } | { kind: 'capped' }

/**
 * Turns an offer into a holding by one conditional update that also takes the ordinal under the cap. `over`: it was
 * passed on, or its time was up. `own` is what the person holds under the same cap, if that was read.
 */
export async function acceptPlace(
  store: Store,
  offered: Place,
  cap: Cap,
  now: number,
  brought: Brought = {},
  own?: readonly Place[],
): Promise<Accepted> {
  const { _id, holder, rid } = offered
  let places = own
  // one turn for each ordinal that others of this person's taps may win meanwhile, and some to spare
  for (let turn = 0; turn < cap.limit + 4; turn++) {
    places ??= await store.find('places', { where: { capKey: cap.key }, limit: cap.limit })
    const capNth = freeOrdinal(cap, places)
    if (capNth === undefined) return { kind: 'capped' }
    const held: Partial<Holding> = {
      ...brought,
      state: 'HELD',
      capKey: cap.key,
      capNth,
      at: now,
      due: now,
      step: 'SIGNED',
      offerUntil: 0,
    }
    const standing = { _id, holder, rid, state: 'OFFERED' as const, offerUntil: { $gt: now } }
    try {
      const accepted = await store.change('places', standing, held)
      return accepted ? { kind: 'accepted', place: { ...offered, ...held } } : { kind: 'over' }
    } catch (error) {
      if (!duplicateKey(error)) throw error
      places = undefined
    }
  }
  throw tryAgain()
}
