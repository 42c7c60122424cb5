import { boolean, check, optional, pipe, regex, strictObject, string } from 'valibot'
import type { Action, LawyerRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import type { Store } from '../../_kit/store'
import { AFTER_CAUSE_MS, schedule } from '../../_kit/tasks'
import { DAY, dayStart } from '../../../miniprogram/shared/time'
import type { HeldSlot } from '../../../typings/api/legal'
import type { Leave } from '../../../typings/documents'
import { instant, reason } from '../../activity/input'
import { revision } from '../../account/input'
import { changeRota } from './change-rota'
import { heldSlots } from './held-slots'
import { lawyerPlaces } from './lawyer-places'
import type { LawyerRota } from './lawyer-rota'
import { lawyerId, loadLawyerRota } from './lawyer-rota'
import { newLeaveId, nextLeaves, saysLeave } from './leave-change'
import { makeSlots } from './make-slots'
import { meet } from './rule-slots'

const LONGEST = 366 * DAY

export const leaveSave: Action<'legal', 'leaveSave', LawyerRota> = {
  input: pipe(
    strictObject({
      lawyerId: optional(lawyerId),
      rev: revision,
      leaveId: optional(pipe(string(), regex(/^lv_[0-9A-Z]{26}$/))),
      remove: optional(boolean()),
      fromAt: instant,
      toAt: instant,
      reason,
      cancel: optional(boolean()),
    }),
    check(({ fromAt, toAt }) => fromAt < toAt && toAt <= fromAt + LONGEST),
    check(({ leaveId, remove }) => !remove || leaveId !== undefined),
  ),

  load: loadLawyerRota,

  async run(request, input, { lawyer, rota }) {
    const { store, now } = request
    const { rev, leaveId: old, remove = false, cancel = false, fromAt, toAt, reason } = input
    const id = newLeaveId(lawyer._id, rev, { fromAt, toAt, reason })
    const change = { leave: { id, fromAt, toAt, reason }, old, remove }
    if (!remove && toAt <= now) throw new AppError('INVALID_INPUT', { field: 'toAt' })
    const affected = remove ? [] : await heldWithin(store, lawyer._id, change.leave, now)
    const repeated = rota.rev > rev && saysLeave(rota, change)
    if (affected.length > 0 && !cancel && !repeated) throw new AppError('LEAVE_NEEDS_COVER')
    const ends = cancel && !remove
    if (ends) await endWithin(request, lawyer._id, id, now + AFTER_CAUSE_MS)
    const changed = await changeRota(
      store,
      rota,
      {
        rev,
        done: stored => saysLeave(stored, change),
        next: stored => ({ leaves: nextLeaves(stored, change, now) }),
      },
      now,
    )
    await makeSlots(store, lawyer._id, now)
    if (ends) await endWithin(request, lawyer._id, id, now)
    return { affected, rev: changed.rev }
  },
}

/** `jobs` ends every appointment within the leave; the task says whose it is, and who wanted it. */
async function endWithin({ store, personId }: LawyerRequest, lawyerId: string, leaveId: string, at: number) {
  await schedule(store, 'LEAVE', leaveId, at, `${lawyerId} ${personId}`)
}

async function heldWithin(store: Store, lawyerId: string, leave: Leave, now: number): Promise<HeldSlot[]> {
  const hours = { startAt: leave.fromAt, endAt: leave.toAt }
  const places = await lawyerPlaces(store, lawyerId, { ...hours, startAt: dayStart(leave.fromAt) })
  const held = places.filter(place => place.state === 'HELD' && place.startAt > now && meet(place, hours))
  return heldSlots(store, lawyerId, held)
}
