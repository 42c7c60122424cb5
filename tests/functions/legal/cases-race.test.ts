/** An appointment is moved while somebody else changes it, stopped between any two database calls. */
import { AppError } from '../../../cloudfunctions/_kit/errors'
import type { Store } from '../../../cloudfunctions/_kit/store'
import { endAppointment } from '../../../cloudfunctions/legal/booking/end-appointment'
import { moveAppointment } from '../../../cloudfunctions/legal/cases/move-appointment'
import { declareConflict } from '../../../cloudfunctions/legal/consult/declare-conflict'
import type { Appointment, Place } from '../../../typings/documents'
import { Died, DyingStore } from '../dying-store'
import { between } from '../paused-store'
import type { World } from '../world'
import { personId, secrets, startWorld } from '../world'
import { appointmentNow, consultStage, slotNow, tick, toldOf } from './consult-stage'

let world: World
beforeAll(async () => {
  world = await startWorld()
  const keys = { GJ_PEPPER: secrets.pepper, GJ_KEYS: secrets.keys }
  Object.assign(process.env, world.cloud.sdk(), keys, { TCB_ENV: 'local' })
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.clock.set(world.now))

const STEPS = Array.from({ length: 13 }, (_, i) => i + 1)

/** The code it is refused with, '' when it is done. */
async function tried(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return ''
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}
const moving = (appointment: Appointment, to: string, now: number) => (store: Store) =>
  tried(moveAppointment(store, appointment, to, '改派', now))

/** At rest every slot that is held is named by exactly one live appointment, and every live one holds its slot. */
async function expectWhole(slotIds: readonly string[]) {
  await tick(world, 300_000)
  for (const slotId of slotIds) {
    const place: Place = await slotNow(world, slotId)
    const named = await world.cloud.find<Appointment>('appointments', { slotId })
    const live = named.filter(({ state }) => state !== 'CANCELLED')
    const [only] = live
    expect(live.length).toBeLessThanOrEqual(1)
    expect([place.state, place.rid]).toEqual(only ? ['HELD', only.rid] : ['FREE', ''])
  }
}

async function arranged() {
  const stage = await consultStage(world)
  const { appointmentId, anna, slotId } = await stage.booked(stage.yeId)
  const appointment = await appointmentNow(world, appointmentId)
  const [one, other] = [await stage.slot(stage.otherId), await stage.slot(stage.otherId)]
  return { stage, appointment, anna, slotId, one, other, now: world.now }
}

test.each(STEPS)(
  'two staff move it to different hours, the second before call %i of the first: one wins',
  async before => {
    const { appointment, slotId, one, other, now } = await arranged()
    const codes = await between(before, moving(appointment, one, now), moving(appointment, other, now))
    expect(codes.filter(code => code === '')).toHaveLength(1)
    expect(codes.filter(code => code !== '')).toEqual(['STATE_CHANGED'])
    await expectWhole([slotId, one, other])
  },
)

test.each(STEPS)(
  'two staff move it to the same hour, the second before call %i of the first: it is there',
  async before => {
    const { appointment, slotId, one, now } = await arranged()
    const codes = await between(before, moving(appointment, one, now), moving(appointment, one, now))
    expect(codes).toContain('')
    expect((await appointmentNow(world, appointment._id)).slotId).toBe(one)
    await expectWhole([slotId, one])
  },
)

test.each(STEPS)(
  'the worker calls it off before call %i of a move: it stays called off, or was moved first',
  async before => {
    const { appointment, anna, slotId, one, now } = await arranged()
    const by = personId(anna)
    const [code] = await between(before, moving(appointment, one, now), store =>
      endAppointment(store, appointment, { state: 'CANCELLED', reason: '', by }, now),
    )
    const { state } = await appointmentNow(world, appointment._id)
    expect([code, state]).toEqual(code === '' ? ['', 'BOOKED'] : ['STATE_CHANGED', 'CANCELLED'])
    await expectWhole([slotId, one])
  },
)

test.each(STEPS)('somebody books the target before call %i of a move: one of them has it', async before => {
  const { stage, appointment, slotId, one, now } = await arranged()
  const rival = await stage.booked(stage.yeId)
  const [first, second] = await between(
    before,
    moving(appointment, one, now),
    moving(await appointmentNow(world, rival._id), one, now),
  )
  expect([first, second].sort()).toEqual(['', 'SLOT_TAKEN'])
  await expectWhole([slotId, one, rival.slotId])
})

test.each(STEPS)(
  'two appointments of one person to the same hour, the second before call %i of the first: one goes',
  async before => {
    const { stage, appointment, slotId, one, now } = await arranged()
    const { personId } = appointment
    const { _id, slotId: beside } = await stage.booked(stage.yeId)
    await world.cloud.db.collection('appointments').where({ _id }).update({ personId })
    await world.cloud.db.collection('places').where({ pool: beside }).update({ holder: personId })
    const codes = await between(
      before,
      moving(appointment, one, now),
      moving(await appointmentNow(world, _id), one, now),
    )
    expect(codes.sort()).toEqual(['', 'SLOT_TAKEN'])
    await expectWhole([slotId, one, beside])
  },
)

test.each(STEPS)('a conflict is found before call %i of a move: whoever came first', async before => {
  const { appointment, slotId, one, now } = await arranged()
  const [code] = await between(before, moving(appointment, one, now), store =>
    declareConflict(store, appointment, now),
  )
  const { state, slotId: there } = await appointmentNow(world, appointment._id)
  expect([code, state, there]).toEqual(
    code === '' ? ['', 'BOOKED', one] : ['STATE_CHANGED', 'CONFLICTED', slotId],
  )
})

test.each(STEPS)(
  'a move that dies after call %i leaves nothing behind, should nobody try again',
  async calls => {
    const { appointment, anna, slotId, one, now } = await arranged()
    const store = new DyingStore(calls)
    await moveAppointment(store, appointment, one, '改派', now).catch((error: unknown) => {
      if (!(error instanceof Died)) throw error
    })
    await store.arrived()
    await expectWhole([slotId, one])
    const { slotId: there, rid } = await appointmentNow(world, appointment._id)
    expect(await toldOf(world, anna, 'APPT_MOVED', rid)).toBe(there === one ? 1 : 0)
  },
)
