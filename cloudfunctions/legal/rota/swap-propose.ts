import { array, check, maxLength, minLength, pipe, strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { placeId } from '../../_kit/places/place'
import type { Store } from '../../_kit/store'
import { AFTER_CAUSE_MS, schedule } from '../../_kit/tasks'
import type { Lawyer, LegalMode, Swap } from '../../../typings/documents'
import { slotId } from '../booking/input'
import { slotOf } from '../slot-id'
import { checkSwap } from './check-swap'
import { lawyerId } from './lawyer-rota'
import { newSwapId } from './swap-id'
import { LIVE_SWAPS, swapItem } from './swap-items'
import { tellSwap } from './tell-swap'

const MOST_SLOTS = 20
const MOST_SWAPS = 1000

export const swapPropose: Action<'legal', 'swapPropose'> = {
  input: strictObject({
    slotIds: pipe(
      array(slotId),
      minLength(1),
      maxLength(MOST_SLOTS),
      check(ids => new Set(ids).size === ids.length),
    ),
    toLawyerId: lawyerId,
  }),

  async run({ store, lawyerId: own, now }, { slotIds, toLawyerId }) {
    const [from, to, earlier] = await Promise.all([
      store.get('lawyers', own),
      store.get('lawyers', toLawyerId),
      store.find('swaps', { where: { fromId: own }, limit: MOST_SWAPS }),
    ])
    if (!from || slotIds.some(id => slotOf(id).lawyerId !== own))
      throw new AppError('NOT_FOUND', { field: 'slotIds' })
    if (!to || toLawyerId === own) throw new AppError('NOT_FOUND', { field: 'toLawyerId' })
    const live = earlier.filter(({ state }) => LIVE_SWAPS.includes(state))
    const _id = newSwapId(own, toLawyerId, slotIds, earlier.length - live.length)
    // a second tap, or a retry
    const known = live.find(swap => swap._id === _id)
    if (!known && live.some(({ slots }) => slots.some(slot => slotIds.includes(slot.slotId))))
      throw new AppError('STATE_CHANGED')
    const swap = known ?? (await propose(store, { _id, from, to, slotIds }, now))
    await tellSwap(store, swap, now)
    return swapItem(store, swap, own)
  },
}

interface Proposal {
  _id: string
  from: Lawyer
  to: Lawyer
  slotIds: readonly string[]
}

async function propose(store: Store, { _id, from, to, slotIds }: Proposal, now: number): Promise<Swap> {
  const slots = await slotsOf(store, slotIds, to)
  await checkSwap(store, slots, to, now)
  await schedule(store, 'SWAP', _id, now + AFTER_CAUSE_MS)
  const swap: Swap = {
    ...{ _id, createdAt: now, updatedAt: now, rev: 1 },
    ...{ fromId: from._id, toId: to._id, slots, orgPath: from.orgPath },
    ...{ state: 'PROPOSED', reason: '', deciderId: '' },
  }
  if (await store.insert('swaps', swap)) return swap
  return (await store.get('swaps', _id)) ?? swap
}

/** In order, in the ways that the other lawyer works too. */
async function slotsOf(store: Store, slotIds: readonly string[], to: Lawyer): Promise<Swap['slots']> {
  const ids = slotIds.map(id => placeId(id, 1))
  const places = await store.find('places', { where: { _id: { $in: ids } }, limit: ids.length })
  if (places.length < ids.length) throw new AppError('NOT_FOUND', { field: 'slotIds' })
  const slots = places.map(({ pool: slotId, startAt, endAt, segment }) => {
    const modes = (segment.split(',') as LegalMode[]).filter(mode => to.modes.includes(mode))
    return { slotId, startAt, endAt, modes }
  })
  if (slots.some(({ modes }) => modes.length === 0))
    throw new AppError('INVALID_INPUT', { field: 'toLawyerId' })
  return slots.sort((a, b) => a.startAt - b.startAt)
}
