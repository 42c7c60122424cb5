import { strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { loadAppointment } from './access'
import { appointmentView } from './appointment-view'
import { appointmentId } from './input'

export const appointment: Action<'legal', 'appointment'> = {
  input: strictObject({ appointmentId }),

  async run(request, input) {
    const { appointment, as } = await loadAppointment(request, input.appointmentId)
    return appointmentView(request.store, appointment, as, request.now)
  },
}
