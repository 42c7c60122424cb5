import type { PlaceState } from '../../../typings/documents'
import { allGroups } from '../all-groups'
import type { Store } from '../store'

/** Free places of one segment of one pool, and the caller's own place in it. */
export interface Tally {
  refId: string
  pool: string
  segment: string
  left: number
  mine?: number
  /** Names the caller's own holding. */
  rid?: string
  /** A place that is offered to the caller, and until when (epoch ms). */
  offer?: { no: number; until: number }
}

interface Row {
  _id: { refId: string; pool: string; segment: string; holder: string }
  places: number
  no: number
  rid: string
  state: PlaceState
  until: number
}

/** One call for a thousand segments of pools: what is free, and where `holder` has a place or is offered one. */
export async function tallyPlaces(store: Store, refIds: readonly string[], holder: string): Promise<Tally[]> {
  if (refIds.length === 0) return []
  const id = { refId: '$refId', pool: '$pool', segment: '$segment', holder: '$holder' }
  const own = {
    no: { $min: '$no' },
    rid: { $max: '$rid' },
    state: { $min: '$state' },
    until: { $max: '$offerUntil' },
  }
  const rows = await allGroups<Row>(store, 'places', [
    { $match: { refId: { $in: refIds }, holder: { $in: ['', holder] } } },
    { $group: { _id: id, places: { $sum: 1 }, ...own } },
  ])
  return rows.map(tallyOf)
}

function tallyOf({ _id: { refId, pool, segment, holder }, places, no, rid, state, until }: Row): Tally {
  const tally = { refId, pool, segment, left: holder === '' ? places : 0 }
  if (holder === '') return tally
  return state === 'OFFERED' ? { ...tally, offer: { no, until } } : { ...tally, mine: no, rid }
}
