import type { Store } from './store'

/** Free places of one segment of one pool, and the caller's own place in it. */
export interface Tally {
  refId: string
  pool: string
  segment: string
  left: number
  mine?: number
}

interface Row {
  _id: { refId: string; pool: string; segment: string; holder: string }
  places: number
  no: number
}

const MOST_ROWS = 1000

/** One call for any count of pools: what is free, and where `holder` has a place. */
export async function tallyPlaces(store: Store, refIds: readonly string[], holder: string): Promise<Tally[]> {
  if (refIds.length === 0) return []
  const id = { refId: '$refId', pool: '$pool', segment: '$segment', holder: '$holder' }
  const rows = await store.aggregate<Row>(
    'places',
    [
      { $match: { refId: { $in: refIds }, holder: { $in: ['', holder] } } },
      { $group: { _id: id, places: { $sum: 1 }, no: { $min: '$no' } } },
    ],
    MOST_ROWS,
  )
  return rows.map(({ _id: { refId, pool, segment, holder }, places, no }) =>
    holder === '' ? { refId, pool, segment, left: places } : { refId, pool, segment, left: 0, mine: no },
  )
}
