import { strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { reason } from '../../activity/input'
import { cancellable } from '../booking/appointment-can'
import { endAppointment } from '../booking/end-appointment'
import { appointmentId } from '../booking/input'
import { releaseSlot } from '../booking/slot-place'
import { caseItem } from './case-item'
import type { OneCase } from './one-case'
import { loadCase } from './one-case'

/** Also after its hour, when the lawyer was not there; not once a record was begun. */
export const callOff: Action<'legal', 'callOff', OneCase> = {
  input: strictObject({ appointmentId, reason }),
  load: loadCase,

  async run(request, { reason }, { appointment }) {
    const { store, personId, now } = request
    if (reason === '') throw new AppError('REASON_REQUIRED')
    if (appointment.state === 'CANCELLED') {
      // a first try may have been cut off before it let go of the slot
      if (now < appointment.startAt) await releaseSlot(store, appointment, now)
      return caseItem(store, appointment, now)
    }
    if (!cancellable(appointment.state)) throw new AppError('STATE_CHANGED')
    const ending = { state: 'CANCELLED', reason, by: personId } as const
    const ended = await endAppointment(store, appointment, ending, now)
    if (ended) return caseItem(store, ended, now)
    // the person, or another member of staff, was faster
    const { appointment: there } = await loadCase(request, { appointmentId: appointment._id })
    if (there.state !== 'CANCELLED') throw new AppError('STATE_CHANGED')
    return caseItem(store, there, now)
  },
}
