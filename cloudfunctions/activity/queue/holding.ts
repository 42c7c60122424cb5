import { ulid } from '../../_kit/ids'
import { freeOrdinal } from '../../_kit/places/ordinals'
import type { Holding } from '../../_kit/places/place'
import { dayCap } from '../holding/day-cap'
import type { Head } from './heads'
import type { Line } from './line'

/**
 * What a place becomes in the hands of a waiter: theirs at once with an ordinal of their day, or an offer until `until`;
 * with what they answered, so that accepting is one update.
 * Undefined when their day is full.
 */
export function holdingOf(
  line: Line,
  { entry, others }: Head,
  placeId: string,
  until: number,
): Holding | undefined {
  const { session, settings, now } = line
  const { personId: holder, autoAccept, answers } = entry
  const common = { holder, nth: 0, rid: ulid(now), headcount: 1, at: now, due: now, answers }
  if (!autoAccept)
    return { ...common, state: 'OFFERED', step: 'OFFERED', capKey: placeId, capNth: 0, offerUntil: until }
  const cap = dayCap(holder, session, settings)
  const capNth = freeOrdinal(cap, others)
  if (capNth === undefined) return undefined
  return { ...common, state: 'HELD', step: 'SIGNED', capKey: cap.key, capNth, offerUntil: 0 }
}
