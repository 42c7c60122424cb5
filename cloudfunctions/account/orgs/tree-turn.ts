import type { Request } from '../../_kit/action'
import { tryAgain } from '../../_kit/errors'
import type { Store } from '../../_kit/store'
import { AFTER_CAUSE_MS } from '../../_kit/tasks'

/**
 * One after the other changes the shape of the tree: what hangs where, and what is open. What `change` reads of it is still
 * so when it writes. Throws CONFLICT_RETRY while another has the turn. A turn that was cut off ends by itself in a minute,
 * longer than a function may run; a retry under the same `key` goes on in it.
 */
export async function inTurn<T>(
  { store, now }: Pick<Request, 'store' | 'now'>,
  key: string,
  change: () => Promise<T>,
): Promise<T> {
  const over = [{ turnUntil: { $lte: now } }, { turnUntil: { $exists: false } }, { turn: key }]
  // not `change`: the root's own `rev` is of what administrators write of it
  const root = await store.takeOne(
    'orgs',
    { parentId: '', $or: over },
    { turn: key, turnUntil: now + AFTER_CAUSE_MS },
  )
  if (!root) throw tryAgain()
  try {
    return await change()
  } finally {
    await endTurn(store, key)
  }
}

/** Nothing when another has the turn. */
export async function endTurn(store: Store, key: string): Promise<void> {
  await store.takeOne('orgs', { parentId: '', turn: key }, { turnUntil: 0 })
}
