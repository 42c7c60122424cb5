import { AppError } from '../../_kit/errors'
import { placeId } from '../../_kit/places/place'
import type { Store } from '../../_kit/store'
import { dayStart } from '../../../miniprogram/shared/time'
import type { Appointment, Lawyer, Place, Swap } from '../../../typings/documents'
import { CLOSES_MS } from '../booking/book-rules'
import { lawyerPlaces } from './lawyer-places'
import { rotaId } from './rota-document'
import { meet } from './rule-slots'

type Slots = Pick<Swap, 'slots'>['slots']

/**
 * May these hours go to this lawyer now? Answers the appointments that would go with them. STATE_CHANGED: one has begun,
 * or is not the other's any more. TIME_CLASH: hours or a leave of their own lie there. CONFLICT_LAWYER: they do not give
 * what somebody has booked. SLOT_CLOSED: it is too late to move an appointment.
 */
export async function checkSwap(store: Store, slots: Slots, to: Lawyer, now: number): Promise<Appointment[]> {
  const ids = slots.map(({ slotId }) => placeId(slotId, 1))
  const places = await store.find('places', { where: { _id: { $in: ids } }, limit: ids.length })
  const given = places.filter(({ state, startAt }) => state !== 'BLOCKED' && startAt > now)
  if (!to.active || given.length < ids.length) throw new AppError('STATE_CHANGED')
  if (await isBusy(store, to, slots)) throw new AppError('TIME_CLASH')
  const appointments = await appointmentsAt(store, places)
  for (const appointment of appointments) refuseUnfit(appointment, slots, to, now)
  return appointments
}

async function isBusy(store: Store, { _id }: Lawyer, slots: Slots): Promise<boolean> {
  const startAt = dayStart(Math.min(...slots.map(slot => slot.startAt)))
  const endAt = Math.max(...slots.map(slot => slot.endAt))
  const [places, rota] = await Promise.all([
    lawyerPlaces(store, _id, { startAt, endAt }),
    store.get('rotas', rotaId(_id)),
  ])
  const leaves = (rota?.leaves ?? []).map(({ fromAt, toAt }) => ({ startAt: fromAt, endAt: toAt }))
  const own = [...places.filter(({ state }) => state !== 'BLOCKED'), ...leaves]
  return slots.some(slot => own.some(other => meet(slot, other)))
}

/** What these slots are held for. One that is being booked has none yet. */
export async function appointmentsAt(store: Store, places: readonly Place[]): Promise<Appointment[]> {
  const rids = places.filter(({ state }) => state === 'HELD').map(({ rid }) => rid)
  if (rids.length === 0) return []
  return store.find('appointments', { where: { rid: { $in: rids } }, limit: rids.length })
}

function refuseUnfit(
  { slotId, startAt, mode, serviceId, state }: Appointment,
  slots: Slots,
  to: Lawyer,
  now: number,
) {
  if (state === 'CANCELLED') return
  if (state === 'CONSULTING') throw new AppError('STATE_CHANGED')
  if (now >= startAt - CLOSES_MS) throw new AppError('SLOT_CLOSED')
  const modes = slots.find(slot => slot.slotId === slotId)?.modes ?? []
  if (!modes.includes(mode) || !to.services.includes(serviceId)) throw new AppError('CONFLICT_LAWYER')
}
