import { maxLength, optional, pipe, strictObject, string, trim } from 'valibot'
import type { Action } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { cancellable } from './appointment-can'
import { endAppointment } from './end-appointment'
import { appointmentId } from './input'
import { ownAppointment } from './own-appointment'
import { releaseSlot } from './slot-place'

/** The reason is told to the lawyer and to nobody's disadvantage. */
export const cancel: Action<'legal', 'cancel'> = {
  input: strictObject({ appointmentId, reason: optional(pipe(string(), trim(), maxLength(100))) }),

  async run(request, { appointmentId, reason = '' }) {
    const { store, me, now } = request
    const appointment = await ownAppointment(request, appointmentId)
    const { state, startAt } = appointment
    if (state === 'CANCELLED') {
      // a first try may have been cut off before it let go of the slot
      if (now < startAt) await releaseSlot(store, appointment, now)
      return { state, repeated: true }
    }
    if (!cancellable(state)) throw new AppError('STATE_CHANGED')
    if (now >= startAt) throw new AppError('STARTED')
    const ended = await endAppointment(store, appointment, { state: 'CANCELLED', reason, by: me._id }, now)
    if (ended) return { state: ended.state, repeated: false }
    // another tap, the lawyer or staff were faster
    const { state: meanwhile } = await ownAppointment(request, appointmentId)
    if (meanwhile !== 'CANCELLED') throw new AppError('STATE_CHANGED')
    return { state: meanwhile, repeated: true }
  },
}
