import { strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { within } from '../../insight/within'
import { LIVE_SWAPS, swapItems } from './swap-items'

const MOST = 100

/** Those that go on in the caller's organisations, the oldest first. */
export const swapList: Action<'legal', 'swapList'> = {
  input: strictObject({}),

  async run({ store, scope }) {
    const swaps = await store.find('swaps', {
      where: { state: { $in: LIVE_SWAPS }, $or: within(scope.paths) },
      orderBy: { createdAt: 1 },
      limit: MOST,
    })
    return { swaps: await swapItems(store, swaps, '') }
  },
}
