import type { Store } from '../../_kit/store'
import type { Place, Signup } from '../../../typings/documents'
import { ridOf, rowId } from './attendance'

/** Ids of one read. */
const CHUNK = 500

/** What was said about these holdings so far, by `rid`. */
export async function rowsOf(
  store: Store,
  holdings: readonly Pick<Place, 'rid'>[],
): Promise<Map<string, Signup>> {
  const found: Signup[] = []
  for (let from = 0; from < holdings.length; from += CHUNK) {
    const ids = holdings.slice(from, from + CHUNK).map(({ rid }) => rowId(rid))
    found.push(...(await store.find('signups', { where: { _id: { $in: ids } }, limit: CHUNK })))
  }
  return new Map(found.map(row => [ridOf(row), row]))
}
