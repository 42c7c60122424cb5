import { placeId } from '../../_kit/places/place'
import type { Store } from '../../_kit/store'
import { lawyerName } from '../../../miniprogram/shared/legal-words'
import type { SwapItem } from '../../../typings/api/legal'
import type { Swap, SwapState } from '../../../typings/documents'

/** Somebody still has to answer, or it is being carried out. */
export const LIVE_SWAPS: readonly SwapState[] = ['PROPOSED', 'ANSWERED', 'APPROVED']
const MOST = 50

/** Swaps that go on and that this lawyer proposed, or is asked for. */
export async function swapsOf(store: Store, lawyerId: string): Promise<SwapItem[]> {
  const swaps = await store.find('swaps', {
    where: { state: { $in: LIVE_SWAPS }, $or: [{ fromId: lawyerId }, { toId: lawyerId }] },
    orderBy: { createdAt: 1 },
    limit: MOST,
  })
  return swapItems(store, swaps, lawyerId)
}

/** As this lawyer sees them; staff are ''. At most two database calls. */
export async function swapItems(store: Store, swaps: readonly Swap[], viewer: string): Promise<SwapItem[]> {
  if (swaps.length === 0) return []
  const ids = [...new Set(swaps.flatMap(({ fromId, toId }) => [fromId, toId]))]
  const slotIds = swaps.flatMap(({ slots }) => slots.map(({ slotId }) => placeId(slotId, 1)))
  const [lawyers, held] = await Promise.all([
    store.find('lawyers', { where: { _id: { $in: ids } }, fields: ['_id', 'surname'], limit: ids.length }),
    store.find('places', {
      where: { _id: { $in: slotIds }, state: 'HELD' },
      fields: ['pool'],
      limit: slotIds.length,
    }),
  ])
  const surnames = new Map(lawyers.map(({ _id, surname }) => [_id, surname]))
  const nameOf = (id: string) => lawyerName(surnames.get(id) ?? '')
  const pools = new Set(held.map(({ pool }) => pool))
  return swaps.map(({ _id: swapId, fromId, toId, slots, state, reason }) => ({
    swapId,
    ...{ fromId, fromName: nameOf(fromId), toId, toName: nameOf(toId) },
    slots: slots.map(({ slotId, startAt, endAt }) => ({ slotId, startAt, endAt, held: pools.has(slotId) })),
    ...{ state, mine: fromId === viewer, reason },
  }))
}

/** One of them. */
export async function swapItem(store: Store, swap: Swap, viewer: string): Promise<SwapItem> {
  const [item] = await swapItems(store, [swap], viewer)
  if (!item) throw new Error(`no item for ${swap._id}`)
  return item
}
