import { AppError, tryAgain } from '../../_kit/errors'
import { placeId } from '../../_kit/places/place'
import type { Store } from '../../_kit/store'
import type { ErrorCode } from '../../../miniprogram/shared/errors'
import type { Appointment, Place, Rota, Swap } from '../../../typings/documents'
import { LIVE } from '../booking/my-appointment'
import { releaseSlot } from '../booking/slot-place'
import { moveAppointment } from '../cases/move-appointment'
import { slotIdOf } from '../slot-id'
import { makeSlots } from './make-slots'
import { emptyRota, rotaId } from './rota-document'
import { appointmentsAt } from './check-swap'

const TURNS = 5
const MOST_MOVED = 1000
/** Such an appointment stays where it is, at hours that no rule gives: staff see to it. */
const STAYS: readonly ErrorCode[] = ['CONFLICT_LAWYER', 'SLOT_TAKEN', 'SLOT_CLOSED', 'NOT_FOUND']

/**
 * The hours leave one rota and come into the other, then what is booked in them moves. Answers the swap as it is then:
 * still APPROVED while somebody is just booking one of the slots. Repeated or cut off anywhere, it goes on.
 */
export async function carryOutSwap(store: Store, swap: Swap, now: number): Promise<Swap> {
  const { _id, fromId, toId, slots, rev } = swap
  const swapped = slots.map(({ startAt, endAt, modes }) => ({ swapId: _id, startAt, endAt, modes }))
  await addSwapped(store, fromId, { given: swapped }, now)
  await makeSlots(store, fromId, now)
  await addSwapped(store, toId, { taken: swapped }, now)
  await makeSlots(store, toId, now)
  const ids = slots.map(({ slotId }) => placeId(slotId, 1))
  const places = await store.find('places', {
    where: { _id: { $in: ids }, state: 'HELD' },
    limit: ids.length,
  })
  const appointments = await appointmentsAt(store, places)
  for (const appointment of appointments) await moveOver(store, appointment, toId, now)
  const empty = places.filter(({ rid }) => !appointments.some(appointment => appointment.rid === rid))
  const left = await letGoOfMoved(store, empty, toId, now)
  // what they left is free for a moment
  if (places.length > 0) await makeSlots(store, fromId, now)
  // somebody is just booking it
  if (left.some(({ startAt }) => startAt > now)) return swap
  const done = { state: 'DONE', updatedAt: now } as const
  if (await store.change('swaps', { _id, rev }, done)) return { ...swap, ...done, rev: rev + 1 }
  return (await store.get('swaps', _id)) ?? swap
}

/** A move that was cut off left the old slot to its person. Answers those of `places` that nobody has moved from. */
async function letGoOfMoved(
  store: Store,
  places: readonly Place[],
  toId: string,
  now: number,
): Promise<Place[]> {
  if (places.length === 0) return []
  const moved = await store.find('appointments', {
    where: { lawyerId: toId, startAt: { $in: places.map(({ startAt }) => startAt) } },
    limit: MOST_MOVED,
  })
  const isMoved = ({ holder, startAt }: Place) =>
    moved.some(one => one.personId === holder && one.slotId === slotIdOf(toId, startAt))
  for (const { pool: slotId, refId: lawyerId, holder: personId, rid } of places.filter(isMoved))
    await releaseSlot(store, { slotId, lawyerId, personId, rid }, now)
  return places.filter(place => !isMoved(place))
}

async function moveOver(store: Store, appointment: Appointment, toId: string, now: number): Promise<void> {
  if (!LIVE.includes(appointment.state)) return
  try {
    await moveAppointment(store, appointment, slotIdOf(toId, appointment.startAt), '', now)
  } catch (error) {
    if (!(error instanceof AppError) || !STAYS.includes(error.code)) throw error
    console.log(JSON.stringify({ swap: 'stays', appointment: appointment._id, code: error.code }))
  }
}

type Part = Pick<Rota, 'given'> | Pick<Rota, 'taken'>

/** Once a swap, whoever else writes the rota meanwhile. */
async function addSwapped(store: Store, lawyerId: string, part: Part, now: number): Promise<void> {
  const [kind, swapped] =
    'given' in part ? (['given', part.given] as const) : (['taken', part.taken] as const)
  for (let turn = 0; turn < TURNS; turn++) {
    const rota = (await store.get('rotas', rotaId(lawyerId))) ?? emptyRota(lawyerId, now)
    const { _id, rev } = rota
    if (rota[kind].some(({ swapId }) => swapId === swapped[0]?.swapId)) return
    const set = { [kind]: [...rota[kind], ...swapped], updatedAt: now }
    const written =
      rev === 0
        ? await store.insert('rotas', { ...rota, ...set, rev: 1 })
        : await store.change('rotas', { _id, rev }, set)
    if (written) return
  }
  throw tryAgain()
}
