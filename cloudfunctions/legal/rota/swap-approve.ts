import { boolean, optional, strictObject } from 'valibot'
import type { Action, StaffRequest, Subject } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { lawyerIdOf } from '../../_kit/identity'
import type { Swap } from '../../../typings/documents'
import { reason } from '../../activity/input'
import { checkGateOf } from '../gate/gate-of-appointment'
import { carryOutSwap } from './carry-out-swap'
import { changeSwap } from './change-swap'
import { checkSwap } from './check-swap'
import { swapId } from './swap-id'
import { swapItem } from './swap-items'
import { tellSwap } from './tell-swap'

interface Proposed extends Subject {
  swap: Swap
}

export const swapApprove: Action<'legal', 'swapApprove', Proposed> = {
  input: strictObject({ swapId, agree: boolean(), reason: optional(reason) }),

  async load({ store }, { swapId }) {
    const swap = await store.get('swaps', swapId)
    if (!swap) throw new AppError('NOT_FOUND')
    return { orgPath: swap.orgPath, swap }
  },

  async run(request, { agree, reason = '' }, { swap }) {
    const { store, now } = request
    const decided = isDecided(swap, agree, request) ? swap : await decide(request, swap, agree, reason)
    const done = decided.state === 'APPROVED' ? await carryOutSwap(store, decided, now) : decided
    await tellSwap(store, done, now)
    return swapItem(store, done, '')
  },
}

/** A second tap, or a retry. */
function isDecided({ state, deciderId }: Swap, agree: boolean, { personId }: StaffRequest): boolean {
  const decided = agree ? state === 'APPROVED' || state === 'DONE' : state === 'REFUSED'
  return decided && deciderId === personId
}

async function decide(request: StaffRequest, swap: Swap, agree: boolean, reason: string): Promise<Swap> {
  const { store, personId: by, now } = request
  if ([swap.fromId, swap.toId].includes(lawyerIdOf(by))) throw new AppError('SELF_REVIEW')
  if (swap.state !== 'ANSWERED' && (agree || swap.state !== 'PROPOSED')) throw new AppError('STATE_CHANGED')
  if (!agree && reason === '') throw new AppError('REASON_REQUIRED')
  if (!agree) return changeSwap(store, swap, { state: 'REFUSED', by, reason }, now)
  await refuseConflicts(request, swap)
  return changeSwap(store, swap, { state: 'APPROVED', by }, now)
}

/** Every appointment that would go with the hours passes the gate of the other lawyer's firm. */
async function refuseConflicts({ store, now }: StaffRequest, { toId, slots }: Swap): Promise<void> {
  const to = await store.get('lawyers', toId)
  if (!to) throw new AppError('NOT_FOUND')
  for (const appointment of await checkSwap(store, slots, to, now)) {
    const own = appointment.personId === to.personId
    const { exact } = await checkGateOf(store, appointment, to.firmHash, now)
    if (own || exact) throw new AppError('CONFLICT_LAWYER')
  }
}
