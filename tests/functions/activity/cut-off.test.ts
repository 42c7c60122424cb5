/** The function dies after each of its database calls in turn: nothing is lost, nothing is doubled, the retry completes. */
import { brokenInvariants, everything, held } from '../../support/invariants'
import type { Place, Signup } from '../../../typings/documents'
import type { World } from '../world'
import { ok, personId, startWorld } from '../world'

let world: World
beforeAll(async () => {
  world = await startWorld({ instances: 1 })
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.faults.reset())

const CALLS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
let count = 0

async function someone(): Promise<string> {
  const openid = `worker-${++count}`
  await world.people([openid])
  return openid
}

const signUp = (openid: string, sessionId: string) =>
  world.activities(openid, 'signUp', { sessionId, rulesVersion: 1 })
const cancel = (openid: string, sessionId: string) => world.activities(openid, 'cancel', { sessionId })
const places = async (pool: string) =>
  (await everything<Place>(world.cloud, 'places')).filter(place => place.pool === pool)

/** True when the instance died on the way; false when the call made fewer database calls. */
async function diesAfter(
  killAfterCall: number,
  action: string,
  call: () => Promise<unknown>,
): Promise<boolean> {
  await world.cloud.faults.add({ function: 'activity', action, killAfterCall })
  const died = await call().then(
    () => false,
    () => true,
  )
  await world.cloud.faults.reset()
  return died
}

test.each(CALLS)(
  'a sign-up that is cut off after call %i leaves no place lost, and the retry has one ticket',
  async call => {
    const { sessionId } = await world.activity({ places: 2 })
    const anna = await someone()
    await diesAfter(call, 'signUp', () => signUp(anna, sessionId))
    expect(held(await places(sessionId)).length).toBeLessThanOrEqual(1)
    const { no } = ok(await signUp(anna, sessionId))
    expect(held(await places(sessionId))).toMatchObject([{ holder: personId(anna), no }])
    expect(await brokenInvariants(world.cloud)).toEqual([])
  },
)

test.each(CALLS)('a second sign-up of the day that is cut off after call %i keeps the limit', async call => {
  const { sessionIds } = await world.activity({ starts: [24, 26, 28] })
  const [first = '', second = '', third = ''] = sessionIds
  const anna = await someone()
  ok(await signUp(anna, first))
  await diesAfter(call, 'signUp', () => signUp(anna, second))
  ok(await signUp(anna, second))
  expect(await signUp(anna, third)).toMatchObject({ code: 'QUOTA_DAY' })
  expect(await brokenInvariants(world.cloud)).toEqual([])
})

test.each(CALLS)(
  'a late cancel that is cut off after call %i ends once, with one point, and frees the place',
  async call => {
    const { sessionId } = await world.activity({ starts: [23], places: 1 })
    const [anna, bert] = [await someone(), await someone()]
    ok(await signUp(anna, sessionId))
    await diesAfter(call, 'cancel', () => cancel(anna, sessionId))
    expect(held(await places(sessionId)).length).toBeLessThanOrEqual(1)
    expect(ok(await cancel(anna, sessionId))).toMatchObject({ late: true, points: 1 })
    const rows = (await everything<Signup>(world.cloud, 'signups')).filter(row => row.sessionId === sessionId)
    expect(rows).toMatchObject([{ personId: personId(anna), points: 1 }])
    expect(ok(await signUp(bert, sessionId)).no).toBe(1)
    expect(await brokenInvariants(world.cloud)).toEqual([])
  },
)

test('both actions are really cut off, after each call they make', async () => {
  const { sessionId } = await world.activity({ starts: [23], places: 20 })
  const deaths: Record<string, number[]> = { signUp: [], cancel: [] }
  for (const call of CALLS) {
    const anna = await someone()
    if (await diesAfter(call, 'signUp', () => signUp(anna, sessionId))) deaths.signUp?.push(call)
    ok(await signUp(anna, sessionId))
    if (await diesAfter(call, 'cancel', () => cancel(anna, sessionId))) deaths.cancel?.push(call)
    ok(await cancel(anna, sessionId))
  }
  // account and take; then place, row, release, ranks and points; more by an instance that forgot the activity meanwhile
  expect(deaths.signUp?.slice(0, 2)).toEqual([1, 2])
  expect(deaths.cancel?.slice(0, 5)).toEqual([1, 2, 3, 4, 5])
})

test('a cancel that was cut off before the start is completed after it', async () => {
  const { sessionId } = await world.activity({ starts: [2], places: 1 })
  const anna = await someone()
  ok(await signUp(anna, sessionId))
  const row = async () =>
    (await everything<Signup>(world.cloud, 'signups')).find(one => one.sessionId === sessionId)
  for (let call = 1; !(await row()); call++) await diesAfter(call, 'cancel', () => cancel(anna, sessionId))
  await world.cloud.clock.advance(3 * 3600_000)
  expect(ok(await cancel(anna, sessionId))).toMatchObject({ repeated: true, points: 1 })
  await world.cloud.clock.set(world.now)
  expect(held(await places(sessionId))).toEqual([])
})

test('the fourth point suspends even when the cancel was cut off before it was counted', async () => {
  const { sessionId } = await world.activity({ starts: [2] })
  for (const call of CALLS) {
    const anna = await someone()
    await world.add(
      'signups',
      [1, 2, 3].map(n => ({
        _id: `su_${anna}_${n}`,
        personId: personId(anna),
        sessionId: 'se_past',
        state: 'LATE_CANCELLED',
        points: 1,
        endedAt: world.now - n * 3600_000,
      })),
    )
    ok(await signUp(anna, sessionId))
    await diesAfter(call, 'cancel', () => cancel(anna, sessionId))
    ok(await cancel(anna, sessionId))
    const { me } = ok(await world.account(anna, 'boot', {}))
    expect(me?.suspendedUntil).toBeGreaterThan(world.now)
  }
})
