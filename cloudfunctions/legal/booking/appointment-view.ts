import { maskName } from '../../../miniprogram/shared/mask'
import { nameOwner, phoneOwner } from '../../account/self/me'
import { open } from '../../_kit/crypto'
import { secrets } from '../../_kit/keys'
import type { Store } from '../../_kit/store'
import type { AppointmentView, FileItem, Opponent } from '../../../typings/api/legal'
import type { Appointment, ConsultNote, Person } from '../../../typings/documents'
import { limitationsOf } from '../limitation/limitation-view'
import { openText } from '../sealed'
import type { Role } from './access'
import { readsFacts } from './access'
import { actionsOf } from './appointment-can'
import { myAppointment } from './my-appointment'

const DAY_MS = 24 * 3600_000

/** An appointment as one of its two sides may see it now. */
export async function appointmentView(
  store: Store,
  appointment: Appointment,
  as: Role,
  now: number,
): Promise<AppointmentView> {
  const { _id, rev, serviceId, bookedAt, suspected, answerBy, reason, mode, personId } = appointment
  const reads = readsFacts(appointment, as)
  const lawyer = as === 'LAWYER'
  const [profile, person, note, files, limitations] = await Promise.all([
    store.get('lawyers', appointment.lawyerId),
    lawyer ? store.get('persons', personId) : undefined,
    reads ? store.get('consult_notes', `cn_${_id}`) : undefined,
    reads ? filesOf(store, appointment) : [],
    lawyer && reads ? limitationsOf(store, personId, now) : [],
  ])
  const line = myAppointment(appointment, profile)
  const record = note && (lawyer || note.finalAt > 0) ? recordOf(_id, note) : undefined
  return {
    ...line,
    rev,
    as,
    serviceId,
    ...(mode === 'SITE' && profile?.site && { spot: profile.site }),
    bookedAt,
    person: person ? nameOf(person, reads) : '',
    phone: person && reads ? phoneOf(person, appointment, now) : '',
    opponents: JSON.parse(openText(appointment.opponents, _id, 'opponents')) as Opponent[],
    suspected: lawyer && suspected > 0,
    answerBy,
    ...(reads && { intake: intakeOf(appointment, files) }),
    ...(record && { record }),
    ...(appointment.rateText && reads && { rating: ratingOf(appointment, appointment.rateText) }),
    reason,
    can: actionsOf(appointment, as, now),
    limitations,
  }
}

async function filesOf(store: Store, { fileIds }: Appointment): Promise<FileItem[]> {
  if (fileIds.length === 0) return []
  const found = await store.find('files', { where: { _id: { $in: fileIds } }, limit: fileIds.length })
  const byId = new Map(found.map(({ _id: id, mime, bytes }) => [id, { id, mime, bytes }]))
  return fileIds.flatMap(id => byId.get(id) ?? [])
}

function intakeOf({ _id, claimType, keyDate, facts }: Appointment, files: FileItem[]) {
  return { claimType, ...(keyDate !== '' && { keyDate }), facts: openText(facts, _id, 'facts'), files }
}

function recordOf(appointmentId: string, { facts, advice, next, finalAt }: ConsultNote) {
  return {
    facts: openText(facts, appointmentId, 'findings'),
    advice: openText(advice, appointmentId, 'advice'),
    next,
    finalAt,
  }
}

const ratingOf = ({ _id, score }: Appointment, text: NonNullable<Appointment['rateText']>) => ({
  score,
  text: openText(text, _id, 'rating'),
})

function nameOf({ _id, name }: Person, whole: boolean): string {
  const text = open(name, nameOwner(_id), secrets())
  return whole ? text : maskName(text)
}

/** The number to call, from a day before until the record is final. */
function phoneOf({ _id, phone }: Person, { mode, state, startAt }: Appointment, now: number): string {
  const calling = mode === 'PHONE' && (state === 'CLEARED' || state === 'CONSULTING')
  return calling && now >= startAt - DAY_MS ? open(phone, phoneOwner(_id), secrets()) : ''
}
