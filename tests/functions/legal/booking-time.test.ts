import { nextOf } from '../../../cloudfunctions/legal/booking/next-of'
import { presets } from '../../../cloudfunctions/_kit/settings'
import type { Appointment, Notice } from '../../../typings/documents'
import { brokenInvariants } from '../../support/invariants'
import { booking, legalFixture, tenOclock } from '../legal-fixture'
import type { World } from '../world'
import { ok, personId, startWorld } from '../world'

const HOUR = 3600_000
const DAY = 24 * HOUR

let world: World
let legal: ReturnType<typeof legalFixture>
let lawyerId: string
let made = 0

beforeAll(async () => {
  world = await startWorld({ instances: 1 })
  legal = legalFixture(world)
  await world.orgs()
  await legal.service()
  lawyerId = await legal.lawyer('ye')
  await world.people(['staff', 'elsewhere'])
  await world.grant('staff', ['CASE'])
  await world.grant('elsewhere', ['CASE'], 'org_S1')
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.clock.set(world.now))
afterEach(async () => expect(await brokenInvariants(world.cloud)).toEqual([]))

/** A booked appointment four days ahead. */
async function booked() {
  const anna = `worker-${++made}`
  await legal.workers(anna)
  const [slotId = ''] = await legal.slots(lawyerId, [tenOclock(world, 4) + made * 31 * 60_000])
  const { appointmentId } = ok(await world.legal(anna, 'book', booking(slotId)))
  await ticks()
  const appointment = await read(appointmentId)
  return { anna, slotId, appointmentId, appointment }
}
async function read(_id: string): Promise<Appointment> {
  const [found] = await world.cloud.find<Appointment>('appointments', { _id })
  if (!found) throw new Error('no appointment')
  return found
}
async function ticks() {
  for (let i = 0; i < 3; i++) await world.cloud.timer('jobs')
}
async function at(time: number) {
  await world.cloud.clock.set(time)
  await ticks()
}
const told = async (openid: string, trigger: string) =>
  (await world.cloud.find<Notice>('notices', { personId: personId(openid), trigger })).map(({ _id }) => _id)
const set = (_id: string, fields: Partial<Appointment>) =>
  world.cloud.db.collection('appointments').where({ _id }).update(fields)

test('worker and lawyer are told, reminded a day and an hour before, and once each', async () => {
  const { anna, appointmentId, appointment } = await booked()
  const { startAt, rid } = appointment
  for (const openid of [anna, 'ye']) expect((await told(openid, 'APPT_BOOKED')).join()).toContain(rid)
  expect((await told('ye', 'APPT_TODO')).join()).toContain(`${rid}_ANSWER`)
  await set(appointmentId, { state: 'CLEARED', clearedAt: world.now })
  await at(startAt - 24 * HOUR + 1000)
  await at(startAt - 24 * HOUR + 60_000)
  expect(await told(anna, 'APPT_DAY')).toHaveLength(1)
  expect((await told('ye', 'APPT_DAY')).join()).toContain(rid)
  await at(startAt - HOUR + 1000)
  expect(await told(anna, 'APPT_SOON')).toHaveLength(1)
  await at(startAt + HOUR)
  expect((await told('ye', 'APPT_TODO')).join()).toContain(`${rid}_RECORD`)
  expect(await told(anna, 'APPT_BOOKED')).toHaveLength(1)
})

test('a lawyer who does not answer in time: staff of the district look for another one, and find out once', async () => {
  const { anna, appointmentId, appointment } = await booked()
  await at(appointment.answerBy)
  expect((await read(appointmentId)).state).toBe('ESCALATED')
  expect(await told('staff', 'APPT_STAFF')).toHaveLength(1)
  expect(await told('elsewhere', 'APPT_STAFF')).toHaveLength(0)
  await at(appointment.startAt)
  expect(await read(appointmentId)).toMatchObject({ state: 'CANCELLED', endedBy: '', liveKey: appointmentId })
  expect(await told(anna, 'APPT_CANCELLED')).toHaveLength(1)
})

test('a conflict that nobody solved in a day ends the appointment, and the slot is free', async () => {
  const { anna, slotId, appointmentId } = await booked()
  await set(appointmentId, { state: 'CONFLICTED', conflictedAt: world.now })
  await world.cloud.db
    .collection('tasks')
    .where({ _id: `APPT:${appointmentId}` })
    .update({ dueAt: world.now })
  await ticks()
  expect((await told('staff', 'APPT_STAFF')).join()).toContain('CONFLICTED')
  await at(world.now + DAY)
  expect((await read(appointmentId)).state).toBe('CANCELLED')
  expect((await world.place(`${slotId}/1`))?.state).toBe('FREE')
  expect(await told(anna, 'APPT_CANCELLED')).toHaveLength(1)
  expect(await told(anna, 'APPT_DAY')).toHaveLength(0)
})

test('what was cancelled is told to both and reminds nobody', async () => {
  const { anna, appointmentId, appointment } = await booked()
  ok(await world.legal(anna, 'cancel', { appointmentId, reason: '已经解决' }))
  await ticks()
  for (const openid of [anna, 'ye'])
    expect((await told(openid, 'APPT_CANCELLED')).join()).toContain(appointment.rid)
  await at(appointment.startAt - HOUR + 1000)
  expect(await told(anna, 'APPT_SOON')).toHaveLength(0)
})

test('a final record is told to the worker', async () => {
  const { anna, appointmentId, appointment } = await booked()
  await set(appointmentId, { state: 'DONE', clearedAt: world.now, liveKey: appointmentId })
  await at(appointment.answerBy)
  expect(await told(anna, 'APPT_RECORD')).toHaveLength(1)
  expect(await told('staff', 'APPT_STAFF')).not.toContain(appointment.rid)
})

describe('what is next', () => {
  const startAt = 100 * DAY
  const one = {
    _id: 'apt_1',
    rid: '1',
    state: 'BOOKED' as const,
    startAt,
    endAt: startAt + HOUR,
    bookedAt: startAt - 5 * DAY,
    answerBy: startAt - 4 * DAY,
    conflictedAt: 0,
  }
  const triggers = (appointment: typeof one | object, now: number) =>
    nextOf({ ...one, ...appointment }, presets, now).tells.map(({ to, trigger }) => `${to} ${trigger}`)

  test('an appointment waits for the answer first', () => {
    expect(nextOf(one, presets, one.bookedAt)).toMatchObject({ at: one.answerBy })
    expect(nextOf(one, presets, one.answerBy)).toEqual({ tells: [], act: 'ESCALATE' })
  })

  test('who books within the last day is not reminded of the day', () => {
    const late = { state: 'CLEARED', bookedAt: startAt - 20 * HOUR }
    expect(triggers(late, startAt - 19 * HOUR)).not.toContain('WORKER APPT_DAY')
    expect(triggers({ state: 'CLEARED' }, startAt - 19 * HOUR)).toContain('WORKER APPT_DAY')
  })

  test('moved to another holding, it is told as moved', () => {
    expect(triggers({ rid: '2' }, one.bookedAt)).toContain('WORKER APPT_MOVED')
  })

  test('once begun nothing is told but the record that is owed', () => {
    expect(triggers({ state: 'CLEARED' }, startAt)).toEqual([])
    expect(triggers({ state: 'CONSULTING' }, startAt + HOUR)).toEqual(['LAWYER APPT_TODO'])
    expect(nextOf({ ...one, state: 'CLEARED' }, presets, startAt + HOUR).at).toBeUndefined()
  })

  test('a conflict on the day itself waits for the start at most', () => {
    const conflicted = { ...one, state: 'CONFLICTED' as const, conflictedAt: startAt - HOUR }
    expect(nextOf(conflicted, presets, startAt - HOUR).at).toBe(startAt)
    expect(nextOf(conflicted, presets, startAt).act).toBe('LAPSE')
  })

  test('what is over asks for nothing more', () => {
    for (const state of ['RATED', 'NO_SHOW'] as const)
      expect(nextOf({ ...one, state }, presets, startAt + DAY)).toEqual({ tells: [] })
  })
})
