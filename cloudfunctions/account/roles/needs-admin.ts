import type { Store } from '../../_kit/store'

let administered = false

/** One gives, another confirms: a deployment begins with two. */
const NEEDED = 2

/** True while fewer than two administrators were ever made. Once there are two, the instance asks no more. */
export async function needsAdmin(store: Store): Promise<boolean> {
  if (administered) return false
  const made = await store.find('grants', { where: { role: 'ADMIN' }, fields: ['_id'], limit: NEEDED })
  administered = made.length >= NEEDED
  return !administered
}
