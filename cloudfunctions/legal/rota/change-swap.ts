import { AppError } from '../../_kit/errors'
import type { Store } from '../../_kit/store'
import { AFTER_CAUSE_MS, schedule } from '../../_kit/tasks'
import type { Swap, SwapState } from '../../../typings/documents'

/** Takes a swap, as it was read, one step on; `by` decided. Cut off afterwards, the task SWAP tells and carries out. */
export async function changeSwap(
  store: Store,
  { _id, rev, ...swap }: Swap,
  { state, by, reason = '' }: { state: SwapState; by: string; reason?: string },
  now: number,
): Promise<Swap> {
  const set = { state, deciderId: by, reason, updatedAt: now }
  await schedule(store, 'SWAP', _id, now + AFTER_CAUSE_MS)
  if (!(await store.change('swaps', { _id, rev }, set))) throw new AppError('STATE_CHANGED')
  return { ...swap, ...set, _id, rev: rev + 1 }
}
