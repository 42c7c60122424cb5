import { boolean, strictObject } from 'valibot'
import { localDate } from '../../../miniprogram/shared/time'
import type { Action, LawyerRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import type { Store } from '../../_kit/store'
import type { Appointment } from '../../../typings/documents'
import { appointmentView } from '../booking/appointment-view'
import { appointmentId } from '../booking/input'
import type { Sides } from '../gate/gate-of-appointment'
import { checkGateOf } from '../gate/gate-of-appointment'
import { keepParties } from '../gate/keep-parties'
import { partyRow } from '../gate/party-rows'
import { declareConflict, OPEN } from './declare-conflict'
import { ownCase } from './own-case'

/** Facts are readable from the answer that no conflict stands until the answer that one does, which may come later. */
export const conflictAnswer: Action<'legal', 'conflictAnswer'> = {
  input: strictObject({ appointmentId, clear: boolean() }),

  async run(request, { appointmentId, clear }) {
    const { store, now } = request
    const read = await ownCase(request, appointmentId)
    const answered = clear ? await clearOne(request, read) : await refuseOne(request, read)
    return appointmentView(store, answered, 'LAWYER', now)
  },
}

/** What the firm has declared since it was booked stands against it, whatever the answer. */
async function clearOne(request: LawyerRequest, appointment: Appointment): Promise<Appointment> {
  const { store, now } = request
  const { _id, rev, state, firmHash } = appointment
  if (state === 'CLEARED') return appointment
  if (state !== 'BOOKED') throw new AppError('STATE_CHANGED')
  const sides = await checkGateOf(store, appointment, firmHash, now)
  if (sides.exact)
    return (await declareConflict(store, appointment, now)) ?? meanwhile(request, _id, 'CONFLICTED')
  await keepSides(store, appointment, sides)
  const cleared = { state: 'CLEARED', clearedAt: now, updatedAt: now } as const
  if (await store.change('appointments', { _id, rev }, cleared))
    return { ...appointment, ...cleared, rev: rev + 1 }
  return meanwhile(request, _id, 'CLEARED')
}

async function refuseOne(request: LawyerRequest, appointment: Appointment): Promise<Appointment> {
  const { _id, state } = appointment
  if (state === 'CONFLICTED') return appointment
  if (!OPEN.includes(state)) throw new AppError('STATE_CHANGED')
  return (
    (await declareConflict(request.store, appointment, request.now)) ?? meanwhile(request, _id, 'CONFLICTED')
  )
}

/** The firm advises the one side against the other from now on. Before the facts are readable, so that none reads without it. */
async function keepSides(
  store: Store,
  { _id: refId, lawyerId, firmHash, endAt }: Appointment,
  { clientName, opponents }: Sides,
): Promise<void> {
  const lawyer = { _id: lawyerId, firmHash }
  const untilDate = localDate(endAt)
  const client = { kind: 'CLIENT', party: { name: clientName }, untilDate, refId } as const
  const others = opponents.map(party => ({ kind: 'OPPONENT', party, untilDate, refId }) as const)
  const rows = [client, ...others].map(relation => partyRow(lawyer, relation))
  await keepParties(store, [...new Map(rows.map(row => [row._id, row])).values()], untilDate)
}

/** A second tap was faster, or somebody else. */
async function meanwhile(
  request: LawyerRequest,
  id: string,
  wanted: Appointment['state'],
): Promise<Appointment> {
  const there = await ownCase(request, id)
  if (there.state !== wanted) throw new AppError('STATE_CHANGED')
  return there
}
