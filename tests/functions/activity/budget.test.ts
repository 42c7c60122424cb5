/** What actions may cost in database calls (DESIGN 9). */
import type { World } from '../world'
import { codeOf, ok, startWorld } from '../world'
import { queues } from './queue'

const HOUR = 3600_000
const people = Array.from({ length: 60 }, (_, i) => `crowd-${i}`)

let world: World
beforeAll(async () => {
  world = await startWorld({ instances: 1 })
  await world.people(people)
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.stats.reset())

const signUp = (openid: string, sessionId: string) =>
  world.activities(openid, 'signUp', { sessionId, rulesVersion: 1 })
/** Runs it, and answers the seconds it took: an instance forgets after one or two, and a machine may be slow. */
async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return Math.ceil((performance.now() - began) / 1000)
}
const costs = async (action: string) => (await world.cloud.stats.read()).calls[`activity.${action}`]

test('a sign-up that wins costs two calls: the account and the place', async () => {
  const { sessionId } = await world.activity({ places: 10 })
  const took = await seconds(() =>
    Promise.all(people.slice(0, 10).map(async openid => ok(await signUp(openid, sessionId)))),
  )
  const { spread = {} } = (await costs('signUp')) ?? {}
  // the first one also reads session, activity and settings for the instance; later ones what it forgot meanwhile
  const { 2: won = 0, 4: again = 0, 5: first = 0 } = spread
  expect(won + again + first).toBe(10)
  expect(again + first).toBeLessThanOrEqual(1 + took / 2)
})

test('a crowd that finds the activity full costs a few calls a second, however many they are', async () => {
  const { sessionId } = await world.activity({ starts: [48], places: 1 })
  ok(await signUp(people[0] ?? '', sessionId))
  await world.cloud.stats.reset()
  const codes = await Promise.all(
    people.slice(1).map(async openid => codeOf(await signUp(openid, sessionId))),
  )
  expect(new Set(codes)).toEqual(new Set(['FULL']))
  const { databaseCalls = 99, count = 1 } = (await costs('signUp')) ?? {}
  expect(databaseCalls / count).toBeLessThanOrEqual(0.2)
})

test('a crowd that waits for the opening costs no more than what the instance needs to know', async () => {
  const { sessionId } = await world.activity({ session: { openAt: world.now + HOUR } })
  const codes: string[] = []
  const took = await seconds(() =>
    Promise.all(people.map(async openid => codes.push(codeOf(await signUp(openid, sessionId))))),
  )
  expect(new Set(codes)).toEqual(new Set(['NOT_OPEN']))
  expect((await costs('signUp'))?.databaseCalls).toBeLessThanOrEqual(3 * (1 + took))
})

test('a second tap costs a look at what one holds', async () => {
  const { sessionId } = await world.activity({ starts: [96], places: 10 })
  const [anna = ''] = people
  ok(await signUp(anna, sessionId))
  await world.cloud.stats.reset()
  ok(await signUp(anna, sessionId))
  expect((await costs('signUp'))?.databaseCalls).toBeLessThanOrEqual(5)
})

describe('waiting', () => {
  /** What one call costs at most on an instance that knows the activity and the settings. */
  async function cost(action: string, call: () => Promise<unknown>): Promise<number> {
    await world.cloud.stats.reset()
    await call()
    return Math.max(...Object.keys((await costs(action))?.spread ?? {}).map(Number))
  }

  test('letting go costs nine calls at most, ten where the place is passed on, however long the queue', async () => {
    const q = queues(world)
    const none = await q.full({ starts: [72] })
    const queue = await q.full({ starts: [72] }, 12)
    const warm = (activityId: string) => world.activities(people[0], 'detail', { activityId })
    await warm(none.activityId)
    const freed = await cost('cancel', async () => ok(await q.cancel(none.holder, none.sessionId)))
    await warm(queue.activityId)
    const passed = await cost('cancel', async () => ok(await q.cancel(queue.holder, queue.sessionId)))
    // account, place, due, row, own entries, ranks; then head, free, head again
    expect(freed).toBeLessThanOrEqual(9)
    // the same six; then head, what they hold, place, entry
    expect(passed).toBeLessThanOrEqual(10)
  })

  test('joining costs nine calls, and so does accepting', async () => {
    const q = queues(world)
    const { activityId, sessionId, holder } = await q.full({ starts: [72] })
    const anna = await q.someone()
    const warm = () => world.activities(anna, 'detail', { activityId })
    await warm()
    expect(await cost('waitJoin', async () => ok(await q.join(anna, sessionId)))).toBeLessThanOrEqual(9)
    ok(await q.cancel(holder, sessionId))
    await warm()
    expect(
      await cost('waitAnswer', async () => ok(await q.answer(anna, sessionId, true))),
    ).toBeLessThanOrEqual(9)
  })
})
