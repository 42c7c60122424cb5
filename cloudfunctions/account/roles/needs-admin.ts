import type { Store } from '../../_kit/store'

let administered = false

/** One gives, another confirms: a deployment begins with two. */
const NEEDED = 2

/** A renewal is a grant of its own; who renews has renewed at most once before there is a second person. */
const MOST_GRANTS = 20

/** True while fewer than two people were ever made administrators. Once there are two, the instance asks no more. */
export async function needsAdmin(store: Store): Promise<boolean> {
  if (administered) return false
  const where = { role: 'ADMIN' as const, state: { $ne: 'PENDING' as const } }
  const made = await store.find('grants', { where, fields: ['personId'], limit: MOST_GRANTS })
  administered = new Set(made.map(({ personId }) => personId)).size >= NEEDED
  return !administered
}
