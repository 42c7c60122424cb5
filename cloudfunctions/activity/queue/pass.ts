import { freed } from '../../_kit/places/place'
import { releasePlace } from '../../_kit/places/places'
import type { Store } from '../../_kit/store'
import type { Place } from '../../../typings/documents'
import { handOver } from './hand-over'
import { Heads } from './heads'
import type { Line } from './line'

/**
 * Passes exactly this holding to the queue. With nobody to have it the place is freed, and then the queue is looked at
 * again: somebody may have joined in between. Once the holding is over, this changes nothing.
 */
export async function pass(
  store: Store,
  line: Line,
  place: Place,
  heads = new Heads(store, line),
): Promise<void> {
  let left = await handOver(store, line, place, heads)
  while (left && left.holder !== '') {
    if (!(await releasePlace(store, left, line.now))) return
    left = await handOver(store, line, { ...left, ...freed(left, line.now) }, new Heads(store, line))
  }
}
