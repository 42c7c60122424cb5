/** What actions may cost in database calls (DESIGN 9). */
import type { World } from '../world'
import { codeOf, ok, startWorld } from '../world'

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
const costs = async (action: string) => (await world.cloud.stats.read()).calls[`activity.${action}`]

test('a sign-up that wins costs two calls: the account and the place', async () => {
  const { sessionId } = await world.activity({ places: 10 })
  await Promise.all(people.slice(0, 10).map(async openid => ok(await signUp(openid, sessionId))))
  const { spread } = (await costs('signUp')) ?? {}
  // the first one also reads session and activity for the instance
  expect(spread).toEqual({ 2: 9, 4: 1 })
})

test('a sign-up that finds the activity full costs less than a fifth of a call on average', async () => {
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
  const codes = await Promise.all(people.map(async openid => codeOf(await signUp(openid, sessionId))))
  expect(new Set(codes)).toEqual(new Set(['NOT_OPEN']))
  expect((await costs('signUp'))?.databaseCalls).toBeLessThanOrEqual(4)
})

test('a second tap costs a look at what one holds', async () => {
  const { sessionId } = await world.activity({ starts: [96], places: 10 })
  const [anna = ''] = people
  ok(await signUp(anna, sessionId))
  await world.cloud.stats.reset()
  ok(await signUp(anna, sessionId))
  expect((await costs('signUp'))?.databaseCalls).toBeLessThanOrEqual(3)
})
