import { boolean, maxLength, picklist, pipe, strictObject, string, trim } from 'valibot'
import type { Action, LawyerRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import type { RecordInput } from '../../../typings/api/legal'
import type { Appointment } from '../../../typings/documents'
import { revision } from '../../account/input'
import { appointmentView } from '../booking/appointment-view'
import { endAppointment } from '../booking/end-appointment'
import { appointmentId } from '../booking/input'
import { isSaved, noteId, putNote } from './consult-note'
import { ownCase } from './own-case'

const text = pipe(string(), trim(), maxLength(2000))
const next = picklist(['NONE', 'MEDIATION', 'ARBITRATION', 'LAWSUIT', 'LEGAL_AID', 'CARE'])

/** NO_SHOW ends the appointment and keeps no record; DONE keeps a draft until it is final. */
export const record: Action<'legal', 'record'> = {
  input: strictObject({
    appointmentId,
    rev: revision,
    outcome: picklist(['DONE', 'NO_SHOW']),
    record: strictObject({ facts: text, advice: text, next }),
    final: boolean(),
  }),

  async run(request, input) {
    if (input.outcome === 'DONE' && input.final && input.record.advice === '')
      throw new AppError('INVALID_INPUT', { field: 'record.advice' })
    const read = await ownCase(request, input.appointmentId)
    const written =
      input.outcome === 'NO_SHOW' ? await missed(request, read, input) : await write(request, read, input)
    return appointmentView(request.store, written, 'LAWYER', request.now)
  },
}

async function missed(
  request: LawyerRequest,
  appointment: Appointment,
  { rev }: RecordInput,
): Promise<Appointment> {
  if (appointment.state === 'NO_SHOW') return appointment
  checkWritable(appointment, rev, request.now)
  return end(request, appointment, 'NO_SHOW')
}

/** The note first, then the appointment: the note knows which revision it is for, so that a retry goes on where it stopped. */
async function write(
  request: LawyerRequest,
  appointment: Appointment,
  input: RecordInput,
): Promise<Appointment> {
  const { store, now } = request
  const note = await store.get('consult_notes', noteId(appointment._id))
  const saved = note !== undefined && isSaved(note, input)
  if (saved && appointment.rev > input.rev) return appointment
  checkWritable(appointment, input.rev, now)
  if (!saved && note?.ofRev === input.rev) {
    // an earlier save was cut off between the two, and this one says something else
    await complete(request, appointment, note.finalAt > 0)
    throw new AppError('STALE_REV')
  }
  if (!saved && !(await putNote(store, note, input, now))) throw new AppError('STALE_REV')
  return complete(request, appointment, input.final)
}

function checkWritable({ state, rev, startAt }: Appointment, wanted: number, now: number): void {
  if (state === 'BOOKED') throw new AppError('CONFLICT_UNANSWERED')
  if (state !== 'CLEARED' && state !== 'CONSULTING') throw new AppError('STATE_CHANGED')
  if (rev !== wanted) throw new AppError('STALE_REV')
  if (now < startAt) throw new AppError('NOT_OPEN')
}

async function complete(
  request: LawyerRequest,
  appointment: Appointment,
  final: boolean,
): Promise<Appointment> {
  if (final) return end(request, appointment, 'DONE')
  const { _id, rev } = appointment
  const begun = { state: 'CONSULTING', updatedAt: request.now } as const
  if (!(await request.store.change('appointments', { _id, rev }, begun))) throw new AppError('STALE_REV')
  return { ...appointment, ...begun, rev: rev + 1 }
}

async function end(
  request: LawyerRequest,
  appointment: Appointment,
  state: 'DONE' | 'NO_SHOW',
): Promise<Appointment> {
  const { store, personId, now } = request
  const ended = await endAppointment(store, appointment, { state, reason: '', by: personId }, now)
  if (ended) return ended
  const there = await ownCase(request, appointment._id)
  if (there.state !== state) throw new AppError('STALE_REV')
  return there
}
