import { AppError } from '../../_kit/errors'
import { placeId } from '../../_kit/places/place'
import { takePlace } from '../../_kit/places/places'
import { loadSettings } from '../../_kit/settings'
import type { Store } from '../../_kit/store'
import { duplicateKey } from '../../_kit/store-errors'
import { AFTER_CAUSE_MS, schedule } from '../../_kit/tasks'
import type { Appointment, AppointmentState, Lawyer, Place } from '../../../typings/documents'
import { CLOSES_MS } from '../booking/book-rules'
import { answerBy } from '../booking/new-appointment'
import { releaseSlot, watchSlot } from '../booking/slot-place'
import { checkGateOf } from '../gate/gate-of-appointment'
import { emptyNote } from '../consult/consult-note'

const MOVABLE: readonly AppointmentState[] = ['BOOKED', 'CLEARED', 'CONFLICTED', 'ESCALATED']

/**
 * Moves an appointment, as it was read, to a free slot, of another lawyer or another time: it is booked anew there, and
 * who moves it again to where it is changes nothing. The slot is taken first, then the appointment names it, then the old
 * one is let go of: `jobs` lets go of a slot that no appointment names. Throws SLOT_CLOSED, SLOT_TAKEN, CONFLICT_LAWYER,
 * STATE_CHANGED.
 */
export async function moveAppointment(
  store: Store,
  appointment: Appointment,
  toSlotId: string,
  reason: string,
  now: number,
): Promise<Appointment> {
  const { _id, rev, state, slotId } = appointment
  if (slotId === toSlotId && (state === 'BOOKED' || state === 'CLEARED')) return appointment
  if (!MOVABLE.includes(state)) throw new AppError('STATE_CHANGED')
  const { slot, lawyer } = await slotWithLawyer(store, toSlotId)
  await refuseTaken(store, slot, appointment)
  if (!fits(slot, lawyer, appointment, now)) throw new AppError('SLOT_CLOSED')
  const { exact, suspected } = await gateFor(store, appointment, lawyer, now)
  if (exact) throw new AppError('CONFLICT_LAWYER')
  const { rid, startAt, endAt } = await take(store, slot, appointment, now)
  const moved = {
    ...{ slotId: toSlotId, rid, startAt, endAt, suspected, reason },
    state: 'BOOKED',
    ...{ lawyerId: lawyer._id, firmHash: lawyer.firmHash, orgPath: lawyer.orgPath },
    ...{ clearedAt: 0, conflictedAt: 0, updatedAt: now },
    answerBy: answerBy(startAt, now, await loadSettings(store, now)),
  } as const
  await watchSlot(store, appointment, now)
  if (appointment.clearedAt > 0 || state === 'CONFLICTED') await emptyNote(store, _id)
  if (!(await named(store, { _id, rev }, moved))) return movedMeanwhile(store, _id, rid)
  await schedule(store, 'APPT', _id, now)
  await releaseSlot(store, appointment, now)
  return { ...appointment, ...moved, rev: rev + 1 }
}

async function slotWithLawyer(store: Store, slotId: string): Promise<{ slot: Place; lawyer: Lawyer }> {
  const slot = await store.get('places', placeId(slotId, 1))
  const lawyer = slot && (await store.get('lawyers', slot.refId))
  if (!lawyer) throw new AppError('NOT_FOUND')
  return { slot, lawyer }
}

/** What this person holds there without an appointment is left from a move that was cut off. */
async function refuseTaken(store: Store, slot: Place, { personId }: Appointment): Promise<void> {
  if (slot.state === 'FREE') return
  if (slot.state === 'BLOCKED') throw new AppError('SLOT_CLOSED')
  const own = slot.holder === personId
  const [there] = own ? await store.find('appointments', { where: { rid: slot.rid }, limit: 1 }) : []
  if (!own || there) throw new AppError('SLOT_TAKEN')
}

/** So late that the lawyer can still answer, given in the same way, by somebody who gives this service. */
function fits(slot: Place, lawyer: Lawyer, { mode, serviceId }: Appointment, now: number): boolean {
  const staffed = lawyer.active && lawyer.services.includes(serviceId)
  return staffed && slot.segment.split(',').includes(mode) && now < slot.startAt - CLOSES_MS
}

async function gateFor(store: Store, appointment: Appointment, lawyer: Lawyer, now: number) {
  if (lawyer.personId === appointment.personId) throw new AppError('CONFLICT_LAWYER')
  return checkGateOf(store, appointment, lawyer.firmHash, now)
}

/** For the person, beside what they may book in a month. */
async function take(store: Store, slot: Place, { personId }: Appointment, now: number): Promise<Place> {
  const taken = await takePlace(store, {
    pool: slot.pool,
    ranges: [{ from: 1, to: 1 }],
    holder: personId,
    cap: { key: slot._id, limit: 1 },
    headcount: 1,
    now,
    step: 'BOOKED',
    admit: () => undefined,
  })
  if (taken.kind === 'taken') return taken.place
  if (taken.kind !== 'held') throw new AppError('SLOT_TAKEN')
  const { _id, holder, rid } = taken.place
  // `jobs` may be about to let go of it: whoever changes it first has it
  const again = { at: now, step: 'BOOKED' as const, due: now + AFTER_CAUSE_MS }
  if (!(await store.change('places', { _id, holder, rid }, again))) throw new AppError('SLOT_TAKEN')
  return taken.place
}

/** False when the appointment changed meanwhile; another one of the same person may have been moved there at the same time. */
async function named(
  store: Store,
  where: Pick<Appointment, '_id' | 'rev'>,
  moved: Partial<Appointment>,
): Promise<boolean> {
  try {
    return await store.change('appointments', where, moved)
  } catch (error) {
    if (duplicateKey(error)) throw new AppError('SLOT_TAKEN')
    throw error
  }
}

/** Two moved it to the same slot: it is there. Else what was taken in vain is let go of by `jobs`, once no other uses it. */
async function movedMeanwhile(store: Store, _id: string, rid: string): Promise<Appointment> {
  const there = await store.get('appointments', _id)
  if (there?.rid !== rid) throw new AppError('STATE_CHANGED')
  return there
}
