import { strictObject } from 'valibot'
import { nameOwner } from '../../account/self/me'
import type { Action, PersonRequest } from '../../_kit/action'
import { open } from '../../_kit/crypto'
import { AppError } from '../../_kit/errors'
import { secrets } from '../../_kit/keys'
import { loadSettings } from '../../_kit/settings'
import type { Store } from '../../_kit/store'
import { DAY_MS, limitTries } from '../../_kit/tries'
import type { Opponent } from '../../../typings/api/legal'
import type { Appointment, Lawyer, Person } from '../../../typings/documents'
import { checkGate } from '../gate/gate'
import { closedSlot, closedToPerson } from './book-rules'
import { checkFiles, checkFit, checkWords } from './check-intake'
import { consenting } from './consenting'
import { intake, mode, serviceId, slotId } from './input'
import { loadLawyer, loadService } from '../menu/catalogue'
import { newAppointment } from './new-appointment'
import { releaseSlot } from './slot-place'
import type { Booked, Standing } from './standing'
import { standingOf } from './standing'
import { rememberTaken, takenByOther, takeSlot } from './take-slot'

/** So that nobody can find out by trying whom a lawyer acts for. */
const CHECKS_A_DAY = 5

type Answer = { appointmentId: string; repeated: boolean }

/**
 * The slot is taken by one conditional update, after everything that may refuse; then the appointment is inserted under
 * an id made from the holding. Cut off between, a retry goes on, or `jobs` lets go of the slot.
 */
export const book: Action<'legal', 'book'> = {
  input: strictObject({ slotId, serviceId, mode, intake }),

  peek({ personId, now }, input) {
    if (takenByOther(input.slotId, personId, now)) throw new AppError('SLOT_TAKEN')
  },

  async run(request, input) {
    const { store, now, openid } = request
    const me = await consenting(request)
    const standing = await standingOf(store, input.slotId, me._id, now)
    const { slot, booked } = await ownOrFree(request, standing, input.serviceId)
    if (booked !== undefined) return { appointmentId: booked, repeated: true }
    const service = await loadService(store, input.serviceId, now)
    const lawyer = await loadLawyer(store, slot.refId, now)
    const others = standing.own.filter(({ _id }) => _id !== slot._id)
    const refusal =
      closedSlot(slot, service, lawyer, input, now) ?? closedToPerson(slot, input, me._id, others, now)
    if (refusal) throw new AppError(refusal.code, refusal.detail)
    checkFit(input.intake, service, now)
    await checkFiles(store, me._id, input.intake.fileIds)
    await checkWords(input.intake, openid)
    const suspected = await passGate(request, me, lawyer, input.intake.opponents)
    const settings = await loadSettings(store, now)
    const place = await takeSlot(store, slot, me._id, settings, now)
    return insertOnce(store, newAppointment(place, input, { lawyer, service, settings }, suspected, now), now)
  },
}

/** The slot while it may be taken, or the appointment that this person has there already. */
async function ownOrFree(
  { store, personId, now }: PersonRequest,
  { slot }: Standing,
  wanted: string,
): Promise<{ slot: Booked; booked?: string }> {
  if (!slot) throw new AppError('NOT_FOUND')
  if (slot.state === 'FREE') return { slot }
  if (slot.state === 'BLOCKED') throw new AppError('SLOT_CLOSED')
  if (slot.holder !== personId) {
    rememberTaken(slot, now)
    throw new AppError('SLOT_TAKEN')
  }
  const [there] = slot.appointments
  // a first try was cut off before it wrote the appointment
  if (!there) return { slot }
  if (there.state === 'CANCELLED') {
    const { pool, refId: lawyerId, rid } = slot
    await releaseSlot(store, { slotId: pool, lawyerId, personId, rid }, now)
    return { slot }
  }
  if (there.serviceId !== wanted) throw new AppError('TIME_CLASH')
  return { slot, booked: there._id }
}

/** Answers how much a name resembles one of the firm's; throws CONFLICT_LAWYER. */
async function passGate(
  { store, now }: PersonRequest,
  me: Person,
  { personId, firmHash }: Lawyer,
  opponents: Opponent[],
): Promise<number> {
  if (personId === me._id) throw new AppError('CONFLICT_LAWYER')
  if (opponents.length > 0) await limitTries(store, `${me._id}:gate`, now, CHECKS_A_DAY, DAY_MS)
  const clientName = open(me.name, nameOwner(me._id), secrets())
  const { exact, suspected } = await checkGate(store, { firmHash, opponents, clientName }, now)
  if (exact) throw new AppError('CONFLICT_LAWYER')
  return suspected
}

/** One live appointment a service, whatever runs at once: the unique index decides, and who lost lets go. */
async function insertOnce(store: Store, made: Appointment, now: number): Promise<Answer> {
  const { _id: appointmentId } = made
  if (await store.insert('appointments', made)) return { appointmentId, repeated: false }
  if (await store.get('appointments', appointmentId)) return { appointmentId, repeated: true }
  await releaseSlot(store, made, now)
  throw new AppError('QUOTA_PERSON')
}
