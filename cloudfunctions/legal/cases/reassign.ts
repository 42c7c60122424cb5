import { strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { reason } from '../../activity/input'
import { appointmentId, slotId } from '../booking/input'
import { slotOf } from '../slot-id'
import { caseItem } from './case-item'
import { moveAppointment } from './move-appointment'
import type { OneCase } from './one-case'
import { loadCase } from './one-case'

/** To another lawyer, or another hour of the same one; both have to be the caller's to dispose of. */
export const reassign: Action<'legal', 'reassign', OneCase> = {
  input: strictObject({ appointmentId, toSlotId: slotId, reason }),
  load: loadCase,

  async run({ store, scope, now }, { toSlotId, reason }, { appointment }) {
    if (reason === '') throw new AppError('REASON_REQUIRED')
    const lawyer = await store.get('lawyers', slotOf(toSlotId).lawyerId)
    if (!lawyer) throw new AppError('NOT_FOUND')
    if (!scope.covers(lawyer.orgPath)) throw new AppError('OUT_OF_SCOPE')
    return caseItem(store, await moveAppointment(store, appointment, toSlotId, reason, now), now)
  },
}
