import { DAY } from '../../../miniprogram/shared/time'
import type { Place, Task } from '../../../typings/documents'
import { brokenInvariants } from '../../support/invariants'
import { intake } from '../legal-fixture'
import type { World } from '../world'
import { codeOf, ok, secrets, startWorld } from '../world'
import { swapStage } from './swap-stage'

const HOUR = 3600_000
let world: World
beforeAll(async () => {
  process.env['GJ_PEPPER'] = secrets.pepper
  process.env['GJ_KEYS'] = secrets.keys
  world = await startWorld({ instances: 1 })
  await world.orgs()
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.clock.set(world.now))
afterEach(async () => expect(await brokenInvariants(world.cloud)).toEqual([]))

test('proposed, answered, approved: hours and appointment go to the other lawyer, everybody is told', async () => {
  const s = await swapStage(world)
  const proposed = ok(await s.propose())
  expect(proposed).toMatchObject({ state: 'PROPOSED', mine: true, fromName: '罗律师', toName: '叶律师' })
  expect(proposed.slots.map(({ held }) => held)).toEqual([true, false])
  expect(await s.told(s.to, 'SWAP')).toBe(1)
  expect(ok(await s.answer(proposed.swapId))).toMatchObject({ state: 'ANSWERED', mine: false })
  expect(await s.told(s.he, 'SWAP')).toBe(1)
  expect(ok(await world.legal(s.he, 'swapList', {})).swaps.map(({ swapId }) => swapId)).toContain(
    proposed.swapId,
  )
  expect(ok(await s.approve(proposed.swapId)).state).toBe('DONE')
  expect(await s.slots(s.fromId)).toEqual(['10 BLOCKED', '11 BLOCKED'])
  expect(await s.slots(s.toId)).toEqual(['10 HELD', '11 FREE'])
  expect(await s.appointmentNow()).toMatchObject({
    lawyerId: s.toId,
    state: 'BOOKED',
    clearedAt: 0,
    startAt: s.ten,
  })
  await world.cloud.timer('jobs')
  expect(await s.told(s.anna, 'APPT_MOVED')).toBe(1)
  expect(await s.told(s.from, 'SWAP')).toBe(2)
  expect(await s.told(s.to, 'SWAP')).toBe(2)
  expect(ok(await world.legal(s.he, 'swapList', {})).swaps.map(({ swapId }) => swapId)).not.toContain(
    proposed.swapId,
  )
})

test('tapped twice, each step is done once', async () => {
  const s = await swapStage(world)
  const [one, two] = await Promise.all([s.propose(), s.propose()])
  expect(ok(one).swapId).toBe(ok(two).swapId)
  const { swapId } = ok(one)
  ok(await s.answer(swapId))
  expect(ok(await s.answer(swapId)).state).toBe('ANSWERED')
  ok(await s.approve(swapId))
  expect(ok(await s.approve(swapId)).state).toBe('DONE')
  expect(ok(await s.answer(swapId)).state).toBe('DONE')
  expect([(await s.rota(s.fromId))?.given.length, (await s.rota(s.toId))?.taken.length]).toEqual([2, 2])
  expect(await s.told(s.to, 'SWAP')).toBe(2)
})

test('the other lawyer refuses, and is told of nothing more; the same may be proposed again', async () => {
  const s = await swapStage(world)
  const { swapId } = ok(await s.propose())
  expect(ok(await s.answer(swapId, false)).state).toBe('REFUSED')
  expect(ok(await s.answer(swapId, false)).state).toBe('REFUSED')
  expect(codeOf(await s.answer(swapId))).toBe('STATE_CHANGED')
  expect(codeOf(await s.approve(swapId))).toBe('STATE_CHANGED')
  expect(await s.slots(s.fromId)).toEqual(['10 HELD', '11 FREE'])
  const again = ok(await s.propose())
  expect(again.swapId).not.toBe(swapId)
  expect(again.state).toBe('PROPOSED')
})

test('who proposed it may take it back until it is approved, and cannot agree to it', async () => {
  const s = await swapStage(world)
  const { swapId } = await s.answered()
  expect(codeOf(await s.answer(swapId, true, s.from))).toBe('NO_PERMISSION')
  expect(ok(await s.answer(swapId, false, s.from)).state).toBe('REFUSED')
  expect(codeOf(await s.approve(swapId))).toBe('STATE_CHANGED')
  const other = await swapStage(world)
  const done = await other.answered()
  ok(await other.approve(done.swapId))
  expect(codeOf(await other.answer(done.swapId, false))).toBe('STATE_CHANGED')
})

test('staff refuse with a reason; not before the other lawyer has agreed do they approve', async () => {
  const s = await swapStage(world)
  const { swapId } = ok(await s.propose())
  expect(codeOf(await s.approve(swapId))).toBe('STATE_CHANGED')
  expect(codeOf(await s.approve(swapId, false))).toBe('REASON_REQUIRED')
  expect(ok(await s.approve(swapId, false, '当日人手不足'))).toMatchObject({
    state: 'REFUSED',
    reason: '当日人手不足',
  })
  expect(await s.told(s.from, 'SWAP')).toBe(1)
})

test('SELF_REVIEW: a lawyer who is staff too does not approve their own; OUT_OF_SCOPE: nor does a street', async () => {
  const s = await swapStage(world)
  const { swapId } = await s.answered()
  await world.grant(s.to, ['CASE'], 'org_R')
  await world.cloud.clock.advance(6000)
  expect(codeOf(await world.legal(s.to, 'swapApprove', { swapId, agree: true }))).toBe('SELF_REVIEW')
  await world.grant('street', ['CASE'], 'org_S1')
  expect(codeOf(await world.legal('street', 'swapApprove', { swapId, agree: true }))).toBe('OUT_OF_SCOPE')
})

test('NOT_FOUND: hours of somebody else, a lawyer who is not there, another’s swap', async () => {
  const [s, other] = [await swapStage(world), await swapStage(world)]
  expect(codeOf(await s.propose(other.slotIds))).toBe('NOT_FOUND')
  const toLawyerId = `${s.toId.slice(0, -1)}${s.toId.endsWith('0') ? '1' : '0'}`
  expect(codeOf(await world.legal(s.from, 'swapPropose', { slotIds: s.slotIds, toLawyerId }))).toBe(
    'NOT_FOUND',
  )
  expect(codeOf(await s.answer(ok(await s.propose()).swapId, true, other.to))).toBe('NOT_FOUND')
})

test('TIME_CLASH: the other lawyer has hours, or a leave, at that time; looked at in every step', async () => {
  const s = await swapStage(world)
  const [own = ''] = await s.legal.slots(s.toId, [s.ten + 15 * 60_000])
  expect(codeOf(await s.propose())).toBe('TIME_CLASH')
  const places = world.cloud.db.collection('places')
  await places.where({ pool: own }).remove()
  const { swapId } = ok(await s.propose())
  const leaves = [{ id: 'lv_1', fromAt: s.ten - HOUR, toAt: s.ten + HOUR, reason: '' }]
  await world.cloud.db.collection('rotas').where({ lawyerId: s.toId }).update({ leaves })
  expect(codeOf(await s.answer(swapId))).toBe('TIME_CLASH')
  await world.cloud.db.collection('rotas').where({ lawyerId: s.toId }).update({ leaves: [] })
  ok(await s.answer(swapId))
  await s.legal.slots(s.toId, [s.ten])
  expect(codeOf(await s.approve(swapId))).toBe('TIME_CLASH')
})

test('CONFLICT_LAWYER: the other firm acts for whom a worker has named; nothing moves', async () => {
  const s = await swapStage(world)
  await s.declares(intake.opponents[0]?.name ?? '')
  const { swapId } = await s.answered()
  expect(codeOf(await s.approve(swapId))).toBe('CONFLICT_LAWYER')
  expect(await s.slots(s.fromId)).toEqual(['10 HELD', '11 FREE'])
  expect((await s.swap(swapId))?.state).toBe('ANSWERED')
})

test('CONFLICT_LAWYER: the other lawyer does not give the service that is booked', async () => {
  const s = await swapStage(world, { to: { services: [] } })
  expect(codeOf(await s.propose())).toBe('CONFLICT_LAWYER')
  expect(codeOf(await s.propose(s.slotIds.slice(1)))).toBe('OK')
})

test('STATE_CHANGED: the hours are in another swap, withdrawn, or begun', async () => {
  const s = await swapStage(world)
  ok(await s.propose(s.slotIds.slice(1)))
  expect(codeOf(await s.propose())).toBe('STATE_CHANGED')
  const other = await swapStage(world)
  const { swapId } = ok(await other.propose())
  await world.cloud.clock.set(other.ten + 1)
  expect(codeOf(await other.answer(swapId))).toBe('STATE_CHANGED')
})

test('SLOT_CLOSED: an appointment that begins within two hours is not moved any more', async () => {
  const s = await swapStage(world)
  await world.cloud.clock.set(s.ten - HOUR)
  expect(codeOf(await s.propose())).toBe('SLOT_CLOSED')
})

test('the appointment was cancelled meanwhile: the hours go over free', async () => {
  const s = await swapStage(world)
  const { swapId } = await s.answered()
  ok(await world.legal(s.anna, 'cancel', { appointmentId: s.appointment._id }))
  ok(await s.approve(swapId))
  expect(await s.slots(s.fromId)).toEqual(['10 BLOCKED', '11 BLOCKED'])
  expect(await s.slots(s.toId)).toEqual(['10 FREE', '11 FREE'])
})

test('somebody is just booking one of the hours: the swap waits for the appointment, and takes it along', async () => {
  const s = await swapStage(world)
  const { swapId } = await s.answered()
  const rid = s.appointment.rid
  await world.cloud.db
    .collection('appointments')
    .where({ _id: s.appointment._id })
    .update({ rid: `${rid.slice(0, -1)}!` })
  expect(ok(await s.approve(swapId)).state).toBe('APPROVED')
  await world.cloud.db.collection('appointments').where({ _id: s.appointment._id }).update({ rid })
  await world.cloud.clock.advance(61_000)
  await world.cloud.timer('jobs')
  expect((await s.swap(swapId))?.state).toBe('DONE')
  expect(await s.slots(s.toId)).toEqual(['10 HELD', '11 FREE'])
  expect((await s.appointmentNow())?.lawyerId).toBe(s.toId)
})

test('staff approved and nobody came back: the timer carries it out, and tells', async () => {
  const s = await swapStage(world)
  const { swapId } = await s.answered()
  await world.cloud.db.collection('swaps').where({ _id: swapId }).update({ state: 'APPROVED', rev: 3 })
  await world.cloud.clock.advance(61_000)
  await world.cloud.timer('jobs')
  expect(await s.swap(swapId)).toMatchObject({ state: 'DONE', rev: 4 })
  expect(await s.slots(s.toId)).toEqual(['10 HELD', '11 FREE'])
  expect([await s.told(s.from, 'SWAP'), await s.told(s.to, 'SWAP')]).toEqual([2, 2])
})

test('nobody decided before the hours began: the swap ends by itself', async () => {
  const s = await swapStage(world)
  const { swapId } = await s.answered()
  await world.cloud.clock.advance(61_000)
  await world.cloud.timer('jobs')
  const [task] = await world.cloud.find<Task>('tasks', { _id: `SWAP:${swapId}` })
  expect(task?.dueAt).toBe(s.ten)
  await world.cloud.clock.set(s.ten + 1000)
  await world.cloud.timer('jobs')
  expect(await s.swap(swapId)).toMatchObject({ state: 'REFUSED', deciderId: '' })
})

test('swapped back, the hours are the first lawyer’s again', async () => {
  const s = await swapStage(world)
  ok(await s.approve((await s.answered()).swapId))
  const slotIds = (await world.cloud.find<Place>('places', { refId: s.toId })).map(({ pool }) => pool)
  const { swapId } = ok(await world.legal(s.to, 'swapPropose', { slotIds, toLawyerId: s.fromId }))
  ok(await s.answer(swapId, true, s.from))
  ok(await s.approve(swapId))
  expect(await s.slots(s.fromId)).toEqual(['10 HELD', '11 FREE'])
  expect(await s.slots(s.toId)).toEqual(['10 BLOCKED', '11 BLOCKED'])
  expect(s.ten).toBeLessThan(world.now + 3 * DAY)
})
