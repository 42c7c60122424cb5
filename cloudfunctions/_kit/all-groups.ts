import type { Collections } from '../../typings/documents'
import type { Store } from './store'

/** Rows of one answer; the cloud gives no more. */
const MOST_ROWS = 1000

/** Everything that `stages`, of which the last groups, come to: in the order of `_id`, one call for a thousand groups. */
export async function allGroups<Row extends { _id: unknown }>(
  store: Store,
  name: keyof Collections,
  stages: readonly object[],
): Promise<Row[]> {
  const found: Row[] = []
  for (let behind: object[] = []; ;) {
    const page = await store.aggregate<Row>(name, [...stages, ...behind, { $sort: { _id: 1 } }], MOST_ROWS)
    found.push(...page)
    const last = page.at(-1)
    if (!last || page.length < MOST_ROWS) return found
    behind = [{ $match: { _id: { $gt: last._id } } }]
  }
}
