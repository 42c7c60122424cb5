/** What a cut-off brings that the harness of tests/functions/cut-off cannot: time that passes before anybody goes on. */
import { everything, held } from '../../support/invariants'
import type { Place, Signup } from '../../../typings/documents'
import type { World } from '../world'
import { ok, startWorld } from '../world'
import { queues } from './queue'

const HOUR = 3600_000

let world: World
let q: ReturnType<typeof queues>
beforeAll(async () => {
  world = await startWorld({ instances: 1 })
  q = queues(world)
})
afterAll(() => world.cloud.stop())
beforeEach(async () => {
  await world.cloud.faults.reset()
  await world.cloud.clock.set(world.now)
})

/** Cancels, and dies as soon as the row is written. */
async function diesWithItsRow(openid: string, sessionId: string): Promise<void> {
  const rows = async () =>
    (await everything<Signup>(world.cloud, 'signups')).filter(row => row.sessionId === sessionId)
  for (let killAfterCall = 1; (await rows()).length === 0; killAfterCall++) {
    await world.cloud.faults.add({ function: 'activity', action: 'cancel', killAfterCall })
    await q.cancel(openid, sessionId).catch(() => undefined)
    await world.cloud.faults.reset()
  }
}
const places = async (pool: string) =>
  (await everything<Place>(world.cloud, 'places')).filter(place => place.pool === pool)

test('a cancel that was cut off before the start is completed after it', async () => {
  const { sessionId, holder } = await q.full({ starts: [2] })
  await diesWithItsRow(holder, sessionId)
  expect(held(await places(sessionId))).toHaveLength(1)
  await world.cloud.clock.advance(3 * HOUR)
  expect(ok(await q.cancel(holder, sessionId))).toMatchObject({ repeated: true, points: 1 })
  expect(held(await places(sessionId))).toEqual([])
})

test('a place whose cancel was cut off is no ticket, and signing up again is a new holding', async () => {
  const { sessionId, holder } = await q.full({ starts: [72] })
  await diesWithItsRow(holder, sessionId)
  expect(await world.activities(holder, 'ticket', { sessionId })).toMatchObject({ code: 'NO_PLACE' })
  expect(ok(await q.signUp(holder, sessionId))).toMatchObject({ no: 1, repeated: false })
  await world.cloud.clock.advance(2 * 60_000)
  await q.tick()
  expect(ok(await world.activities(holder, 'ticket', { sessionId })).no).toBe(1)
})

test('signing up again behind a cancel that was cut off goes behind the queue', async () => {
  const { sessionId, holder, waiting } = await q.full({ starts: [72] }, 1)
  await diesWithItsRow(holder, sessionId)
  expect(await q.signUp(holder, sessionId)).toMatchObject({ code: 'FULL' })
  expect(await q.standing(sessionId, waiting)).toEqual([`OFFERED ${waiting[0]}`])
})

test('a cancel that was refused leaves a place that is reminded of as before', async () => {
  const { sessionId, holder } = await q.full({ starts: [72] })
  await q.tick()
  const [before] = await places(sessionId)
  await world.add('signups', [{ _id: `su_${before?.rid}`, state: 'ATTENDED', endedAt: 1, points: 0 }])
  expect(await q.cancel(holder, sessionId)).toMatchObject({ code: 'ALREADY_CHECKED_IN' })
  await world.cloud.clock.advance(2 * 60_000)
  await q.tick()
  await q.tick()
  const [after] = await places(sessionId)
  expect(after).toMatchObject({ holder: before?.holder, rid: before?.rid, step: before?.step })
})
