import type { Store } from './store'
import { taskOf } from './tasks'

/** How often what is kept for a time only is looked through. */
export const PURGE_EVERY_MS = 3600_000

let set = false

/**
 * Before a document is written that is kept for a time only: from the first one on the task PURGE deletes what is over,
 * hour by hour, and never ends. An instance sets it once.
 */
export async function purgeLater(store: Store, now: number): Promise<void> {
  if (set) return
  await store.insert('tasks', taskOf('PURGE', 'over', now + PURGE_EVERY_MS))
  set = true
}
