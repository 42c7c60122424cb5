import { strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { temporaryUrls } from '../../_kit/files'
import { loadAppointment, readsFacts } from './access'
import { appointmentId, fileItemId } from './input'

const LIVES_SEC = 600

export const fileLink: Action<'legal', 'fileLink'> = {
  input: strictObject({ appointmentId, id: fileItemId }),

  async run(request, { appointmentId, id }) {
    const { appointment, as } = await loadAppointment(request, appointmentId)
    if (!readsFacts(appointment, as)) throw new AppError('CONFLICT_UNANSWERED')
    const file = appointment.fileIds.includes(id) ? await request.store.get('files', id) : undefined
    const urls = file ? await temporaryUrls([file.fileId], LIVES_SEC) : undefined
    const url = file && urls?.get(file.fileId)
    if (url === undefined) throw new AppError('NOT_FOUND')
    return { url }
  },
}
