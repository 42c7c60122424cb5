import { boolean, strictObject } from 'valibot'
import type { Action, LawyerRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import type { Swap } from '../../../typings/documents'
import { changeSwap } from './change-swap'
import { checkSwap } from './check-swap'
import { swapId } from './swap-id'
import { swapItem } from './swap-items'
import { tellSwap } from './tell-swap'

/** The other lawyer agrees or refuses; who proposed it may take it back until staff have approved it. */
export const swapAnswer: Action<'legal', 'swapAnswer'> = {
  input: strictObject({ swapId, agree: boolean() }),

  async run(request, { swapId, agree }) {
    const { store, lawyerId, now } = request
    const swap = await store.get('swaps', swapId)
    if (!swap || ![swap.fromId, swap.toId].includes(lawyerId)) throw new AppError('NOT_FOUND')
    if (agree && swap.toId !== lawyerId) throw new AppError('NO_PERMISSION')
    const answered = isAnswered(swap, agree, request) ? swap : await answer(request, swap, agree)
    await tellSwap(store, answered, now)
    return swapItem(store, answered, lawyerId)
  },
}

/** A second tap, or a retry: also when it went on meanwhile. */
function isAnswered({ state, deciderId }: Swap, agree: boolean, { personId }: LawyerRequest): boolean {
  if (!agree) return state === 'REFUSED' && deciderId === personId
  return state === 'ANSWERED' || state === 'APPROVED' || state === 'DONE'
}

async function answer({ store, personId, now }: LawyerRequest, swap: Swap, agree: boolean): Promise<Swap> {
  const { state, slots, toId } = swap
  if (state !== 'PROPOSED' && (agree || state !== 'ANSWERED')) throw new AppError('STATE_CHANGED')
  if (!agree) return changeSwap(store, swap, { state: 'REFUSED', by: personId }, now)
  const to = await store.get('lawyers', toId)
  if (!to) throw new AppError('NOT_FOUND')
  await checkSwap(store, slots, to, now)
  return changeSwap(store, swap, { state: 'ANSWERED', by: personId }, now)
}
