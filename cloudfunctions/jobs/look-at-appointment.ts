import { lapseReason } from '../../miniprogram/shared/legal-words'
import { endAppointment } from '../legal/booking/end-appointment'
import { nextOf } from '../legal/booking/next-of'
import { releaseSlot } from '../legal/booking/slot-place'
import { tellAppointment } from '../legal/booking/tell-appointment'
import { loadSettings } from '../_kit/settings'
import type { TaskHandler } from './task'

/** Tells, reminds, escalates and ends, as the appointment is now; then waits for what comes next. */
export const lookAtAppointment: TaskHandler = async ({ store, now }, { refId }) => {
  const appointment = await store.get('appointments', refId)
  const lawyer = appointment && (await store.get('lawyers', appointment.lawyerId))
  if (!lawyer) return 'DONE'
  const { _id, rev, state, startAt } = appointment
  const { tells, act, at } = nextOf(appointment, await loadSettings(store, now), now)
  await tellAppointment(store, { appointment, lawyer }, tells, now)
  if (act === 'ESCALATE')
    await store.change('appointments', { _id, rev }, { state: 'ESCALATED', updatedAt: now })
  if (act === 'LAPSE')
    await endAppointment(store, appointment, { state: 'CANCELLED', reason: lapseReason, by: '' }, now)
  // it is another one now, whoever changed it
  if (act) return { until: now }
  if (state === 'CANCELLED' && now < startAt) await releaseSlot(store, appointment, now)
  return at === undefined ? 'DONE' : { until: at }
}
