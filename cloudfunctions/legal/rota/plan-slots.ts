import { freePlace } from '../../_kit/places/place'
import type { Place } from '../../../typings/documents'
import { slotIdOf } from '../slot-id'
import type { SlotTime } from './rule-slots'
import { meet } from './rule-slots'
import { isCovered } from './wanted-slots'

export interface SlotPlan {
  insert: Place[]
  /** Withdrawn ones that are given again, and free ones whose length or modes changed: as they are, as they shall be. */
  open: { from: Place; to: Pick<Place, 'endAt' | 'segment'> }[]
  block: Place[]
  /** Held, and given no more: they stay. */
  uncovered: Place[]
}

/** What makes the places of a lawyer those that are wanted. A held one stays as it is, and nothing is laid over it. */
export function planSlots(
  lawyerId: string,
  places: readonly Place[],
  wanted: readonly SlotTime[],
  now: number,
): SlotPlan {
  const held = places.filter(({ state }) => state === 'HELD')
  const free = wanted.filter(slot => !held.some(place => meet(slot, place)))
  const shapes = new Map(free.map(slot => [slotIdOf(lawyerId, slot.startAt), slot]))
  const others = new Map(
    places
      .filter(({ state, startAt }) => state !== 'HELD' && startAt > now)
      .map(place => [place.pool, place] as const),
  )
  return {
    insert: [...shapes]
      .filter(([pool]) => !others.has(pool))
      .map(([pool, slot]) => placeOf(lawyerId, pool, slot)),
    open: [...shapes].flatMap(([pool, { endAt, modes }]) => {
      const from = others.get(pool)
      const to = { endAt, segment: modes.join() }
      const same = from?.state === 'FREE' && from.endAt === to.endAt && from.segment === to.segment
      return from && !same ? [{ from, to }] : []
    }),
    block: [...others.values()].filter(({ pool, state }) => state === 'FREE' && !shapes.has(pool)),
    uncovered: held.filter(place => place.startAt > now && !isCovered(place, wanted)),
  }
}

function placeOf(refId: string, pool: string, { startAt, endAt, modes }: SlotTime): Place {
  return { ...freePlace({ pool, refId, segments: [], maxNo: 1, startAt, endAt }, 1), segment: modes.join() }
}
