import type { Place } from '../../../typings/documents'
import type { Store } from '../store'
import { duplicateKey } from '../store-errors'

/** At most `limit` places carry `key` at any instant, whatever runs at once. */
export interface Cap {
  key: string
  limit: number
}

/** The lowest ordinal that none of these places has; undefined when the limit is reached. */
export function freeOrdinal({ key, limit }: Cap, places: readonly Place[]): number | undefined {
  const used = new Set(places.filter(({ capKey }) => capKey === key).map(({ capNth }) => capNth))
  let capNth = 0
  while (used.has(capNth)) capNth++
  return capNth < limit ? capNth : undefined
}

/**
 * After a release: moves the holder's other places down to the lowest ordinals. A later wish then meets them at ordinal
 * 0 and sees its clashes; were it cut off before, only that advice would be missing, never the cap.
 */
export async function closeRanks(store: Store, capKey: string): Promise<void> {
  const places = await store.find('places', { where: { capKey }, orderBy: { capNth: 1 }, limit: 100 })
  for (const [capNth, { _id, rid, capNth: was }] of places.entries()) {
    if (capNth === was) continue
    try {
      await store.change('places', { _id, rid, capNth: was }, { capNth })
    } catch (error) {
      if (!duplicateKey(error)) throw error
      // a new place took that ordinal: the ranks are closed
      return
    }
  }
}
