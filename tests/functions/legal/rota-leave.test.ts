import type { Appointment, Rota, Task } from '../../../typings/documents'
import { codeOf, ok } from '../world'
import { at, newRule, NOW, startRota, type RotaWorld } from './rota-stage'

let world: RotaWorld
beforeAll(async () => {
  world = await startRota()
  await world.workers('lin', 'he', 'zhou', 'wu')
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.clock.set(NOW))

const wednesday = { fromAt: at('09-23 00:00'), toAt: at('09-24 00:00') }
const leavesOf = async (lawyerId: string) =>
  (await world.cloud.find<Rota>('rotas', { lawyerId }))[0]?.leaves ?? []

/** A lawyer on Wednesdays from 14:00 to 15:00, two slots. */
async function lawyer(openid: string) {
  const lawyerId = await world.lawyer(openid)
  ok(await world.save(openid, newRule(), 1))
  const slot = (words: string) => `sl_${lawyerId}_2026${words}`
  return { lawyerId, slot }
}

test('a leave withdraws the free slots it touches; ended, they are there again', async () => {
  const { lawyerId } = await lawyer('ye')
  const hour = { fromAt: at('09-23 14:15'), toAt: at('09-23 14:20') }
  expect(ok(await world.leave('ye', { rev: 2, ...hour }))).toEqual({ affected: [], rev: 3 })
  expect(await world.free('ye')).not.toContain('09-23 14:00')
  expect(await world.free('ye')).toContain('09-23 14:30')
  const [leave] = (await world.view('ye')).leaves
  expect(leave).toEqual({ id: leave?.id, ...hour, reason: '出差' })
  expect(ok(await world.leave('ye', { rev: 3, leaveId: leave?.id, remove: true, ...hour })).rev).toBe(4)
  expect(await world.free('ye')).toContain('09-23 14:00')
  expect(await leavesOf(lawyerId)).toEqual([])
})

test('a second tap writes one leave', async () => {
  const { lawyerId } = await lawyer('twice')
  const both = await Promise.all([1, 2].map(() => world.leave('twice', { rev: 2, ...wednesday })))
  expect(both.map(reply => ok(reply).rev)).toEqual([3, 3])
  expect(await leavesOf(lawyerId)).toHaveLength(1)
  expect(codeOf(await world.leave('twice', { rev: 2, ...wednesday, toAt: at('09-25 00:00') }))).toBe(
    'STALE_REV',
  )
})

test('a leave over held slots needs cover first; nothing is written', async () => {
  const { lawyerId, slot } = await lawyer('gu')
  await world.appointment('lin', slot('0923_1400'))
  const before = await world.places(lawyerId)
  expect(codeOf(await world.leave('gu', { rev: 2, ...wednesday }))).toBe('LEAVE_NEEDS_COVER')
  expect(await leavesOf(lawyerId)).toEqual([])
  expect(await world.places(lawyerId)).toEqual(before)
  // the slot beside it is not held
  const after = { fromAt: at('09-23 14:30'), toAt: at('09-24 00:00') }
  expect(ok(await world.leave('gu', { rev: 2, ...after }))).toEqual({ affected: [], rev: 3 })
})

test('a slot that is just being booked needs cover as well', async () => {
  const { slot } = await lawyer('being')
  const { _id } = await world.appointment('he', slot('0923_1400'))
  await world.cloud.db.collection('appointments').where({ _id }).remove()
  expect(codeOf(await world.leave('being', { rev: 2, ...wednesday }))).toBe('LEAVE_NEEDS_COVER')
})

test('a leave that calls its appointments off ends them; their slots are not offered again', async () => {
  const { lawyerId, slot } = await lawyer('su')
  const within = await world.appointment('zhou', slot('0923_1400'))
  const beside = await world.appointment('wu', slot('0930_1400'))
  const saved = ok(await world.leave('su', { rev: 2, ...wednesday, cancel: true }))
  expect(saved.affected).toEqual([
    { slotId: within.slotId, startAt: within.startAt, endAt: within.endAt, appointmentId: within._id },
  ])
  await world.cloud.timer('jobs')
  const stored = async ({ _id }: Appointment) =>
    (await world.cloud.find<Appointment>('appointments', { _id }))[0]
  expect(await stored(within)).toMatchObject({
    state: 'CANCELLED',
    liveKey: within._id,
    reason: '律师请假，请另约时间。',
  })
  expect((await stored(beside))?.state).toBe('BOOKED')
  expect(await world.place(`${within.slotId}/1`)).toMatchObject({ state: 'BLOCKED' })
  expect((await world.place(`${beside.slotId}/1`))?.state).toBe('HELD')
  const [leave] = await leavesOf(lawyerId)
  const [task] = await world.cloud.find<Task>('tasks', { _id: `LEAVE:${leave?.id}` })
  expect(task?.dueAt).toBe(0)
})

test('a leave that came to nothing calls nothing off', async () => {
  const { slot } = await lawyer('stale')
  const { _id } = await world.appointment('lin', slot('0923_1430'), {
    serviceId: 'ls_other',
    liveKey: 'stale',
  })
  expect(codeOf(await world.leave('stale', { rev: 1, ...wednesday, cancel: true }))).toBe('STALE_REV')
  await world.cloud.clock.advance(2 * 60_000)
  await world.cloud.timer('jobs')
  const [kept] = await world.cloud.find<Appointment>('appointments', { _id })
  expect(kept?.state).toBe('BOOKED')
})

test('a leave is moved: what it covered is there again', async () => {
  const { lawyerId } = await lawyer('mover')
  ok(await world.leave('mover', { rev: 2, ...wednesday }))
  const [leave] = await leavesOf(lawyerId)
  const later = { fromAt: at('09-30 00:00'), toAt: at('10-01 00:00') }
  const move = () => world.leave('mover', { rev: 3, leaveId: leave?.id, ...later })
  expect([ok(await move()).rev, ok(await move()).rev]).toEqual([4, 4])
  expect(await leavesOf(lawyerId)).toEqual([{ id: expect.any(String), ...later, reason: '出差' }])
  const free = await world.free('mover')
  expect(free).toContain('09-23 14:00')
  expect(free).not.toContain('09-30 14:00')
})

test.each([
  ['is over already', { fromAt: at('09-15 00:00'), toAt: at('09-16 00:00') }, 'INVALID_INPUT'],
  ['ends before it begins', { fromAt: at('09-24 00:00'), toAt: at('09-23 00:00') }, 'INVALID_INPUT'],
  ['is not there', { ...wednesday, leaveId: `lv_${'0'.repeat(26)}` }, 'NOT_FOUND'],
  ['is removed and not named', { ...wednesday, remove: true }, 'INVALID_INPUT'],
])('a leave that %s is refused', async (title, input, code) => {
  const openid = `refused ${title}`
  await lawyer(openid)
  expect(codeOf(await world.leave(openid, { rev: 2, ...input }))).toBe(code)
})
