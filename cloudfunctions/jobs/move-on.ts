import { groupBy } from '../_kit/group'
import type { Tick } from '../_kit/serve-timer'
import type { Place, PlaceStep } from '../../typings/documents'

/** What is next for a place, and when. */
export type Next = Pick<Place, 'step' | 'due'>

export const NOTHING: Next = { step: '', due: 0 }

/**
 * Sets what is next for each, in one write for all that have the same ahead of them. Only where the holding and its step,
 * the same for all, are those that were read: what was taken, accepted or moved on meanwhile stays.
 */
export async function moveOn(
  { store }: Tick,
  step: PlaceStep,
  places: readonly Place[],
  nextOf: (place: Place) => Next,
): Promise<void> {
  const moves = places.map(place => ({ place, next: nextOf(place) }))
  for (const group of groupBy(moves, ({ next }) => `${next.step} ${next.due}`).values()) {
    const _id = { $in: group.map(({ place }) => place._id) }
    const rid = { $in: group.map(({ place }) => place.rid) }
    const [{ next } = { next: NOTHING }] = group
    await store.changeAll('places', { _id, rid, step }, next)
  }
}
