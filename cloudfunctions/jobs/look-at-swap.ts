import { swapLapsed } from '../../miniprogram/shared/legal-words'
import { carryOutSwap } from '../legal/rota/carry-out-swap'
import { changeSwap } from '../legal/rota/change-swap'
import { tellSwap } from '../legal/rota/tell-swap'
import type { TaskHandler } from './task'

const AGAIN_MS = 60_000

/** Tells, carries out what was approved, and ends what nobody decided before its hours began. */
export const lookAtSwap: TaskHandler = async ({ store, now }, { refId }) => {
  const swap = await store.get('swaps', refId)
  if (!swap) return 'DONE'
  const { state, slots } = swap
  if (state === 'APPROVED') {
    const done = await carryOutSwap(store, swap, now)
    await tellSwap(store, done, now)
    return done.state === 'APPROVED' ? { until: now + AGAIN_MS } : 'DONE'
  }
  await tellSwap(store, swap, now)
  if (state === 'DONE' || state === 'REFUSED') return 'DONE'
  const startAt = slots[0]?.startAt ?? now
  if (startAt > now) return { until: startAt }
  await changeSwap(store, swap, { state: 'REFUSED', by: '', reason: swapLapsed }, now)
  return { until: now }
}
