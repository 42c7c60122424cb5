import type { MineTab } from '../../../typings/api/activity'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'

const HOUR = 3600_000

let world: World
beforeAll(async () => {
  world = await startWorld({ instances: 1 })
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.clock.set(world.now))

let count = 0
async function someone(): Promise<string> {
  const openid = `worker-${++count}`
  await world.people([openid])
  return openid
}
const signUp = (openid: string, sessionId: string) =>
  world.activities(openid, 'signUp', { sessionId, rulesVersion: 1 })
const mine = async (openid: string, tab: MineTab, cursor?: string) =>
  ok(await world.activities(openid, 'mine', { tab, ...(cursor !== undefined && { cursor }) }))

test('what is to come stands first by its end, with number and place', async () => {
  const later = await world.activity({ starts: [60] })
  const sooner = await world.activity({ starts: [30] })
  const anna = await someone()
  for (const { sessionId } of [later, sooner]) ok(await signUp(anna, sessionId))
  const { items } = await mine(anna, 'UPCOMING')
  expect(items.map(({ sessionId, no, state, spot }) => [sessionId, no, state, spot])).toEqual([
    [sooner.sessionId, 1, 'SIGNED', '东里'],
    [later.sessionId, 1, 'SIGNED', '东里'],
  ])
  expect((await mine(anna, 'ENDED')).items).toEqual([])
})

test('a cancelled one moves to the ended, and so does one whose hour has passed', async () => {
  const cancelled = await world.activity({ starts: [30] })
  const passed = await world.activity({ starts: [60] })
  const anna = await someone()
  for (const { sessionId } of [cancelled, passed]) ok(await signUp(anna, sessionId))
  ok(await world.activities(anna, 'cancel', { sessionId: cancelled.sessionId }))
  await world.cloud.clock.advance(62 * HOUR)
  expect((await mine(anna, 'UPCOMING')).items).toEqual([])
  expect((await mine(anna, 'ENDED')).items.map(({ sessionId, state }) => [sessionId, state])).toEqual([
    [passed.sessionId, 'OVER'],
    [cancelled.sessionId, 'CANCELLED'],
  ])
})

test('one that the organiser called off says so', async () => {
  const { activityId, sessionId } = await world.activity()
  const anna = await someone()
  ok(await signUp(anna, sessionId))
  await world.cloud.db.collection('activities').where({ _id: activityId }).update({ state: 'CALLED_OFF' })
  expect((await mine(anna, 'UPCOMING')).items).toMatchObject([{ state: 'CALLED_OFF' }])
})

test('a cancel that was cut off before the place was freed is not shown as ended', async () => {
  const { sessionId } = await world.activity()
  const anna = await someone()
  const { no } = ok(await signUp(anna, sessionId))
  const place = await world.place(`${sessionId}/${no}`)
  await world.add('signups', [
    {
      _id: `su_${place?.rid}`,
      personId: personId(anna),
      state: 'CANCELLED',
      activityId: place?.refId,
      sessionId,
      endedAt: world.now - 1,
      endAt: place?.endAt,
    },
  ])
  expect((await mine(anna, 'UPCOMING')).items).toHaveLength(1)
  expect((await mine(anna, 'ENDED')).items).toEqual([])
})

test('a row that is left out for its place is still held ends no list', async () => {
  const { sessionId, activityId } = await world.activity()
  const anna = await someone()
  const { no } = ok(await signUp(anna, sessionId))
  const place = await world.place(`${sessionId}/${no}`)
  const common = { personId: personId(anna), activityId, sessionId, endAt: place?.endAt, state: 'CANCELLED' }
  const rows = Array.from({ length: 21 }, (_, i) => ({
    _id: `su_left${String(i).padStart(2, '0')}`,
    endedAt: world.now - HOUR,
  }))
  await world.add(
    'signups',
    [...rows, { _id: `su_${place?.rid}`, endedAt: world.now - 1 }].map(row => ({ ...common, ...row })),
  )
  const first = await mine(anna, 'ENDED')
  expect(first.items).toHaveLength(20)
  expect((await mine(anna, 'ENDED', first.next)).items).toHaveLength(1)
})

test('pages put together are everything, once', async () => {
  const anna = await someone()
  const { activityId } = await world.activity()
  const rows = Array.from({ length: 45 }, (_, i) => ({
    _id: `su_page${i}`,
    personId: personId(anna),
    activityId,
    sessionId: `se_page${i}`,
    no: i,
    headcount: 1,
    state: 'ATTENDED',
    startAt: 1,
    endAt: 2,
    signedAt: 1,
    // many end at the same moment
    endedAt: world.now - Math.floor(i / 10) * HOUR,
    points: 0,
  }))
  await world.add('signups', rows)
  const seen: number[] = []
  let cursor: string | undefined
  do {
    const page = await mine(anna, 'ENDED', cursor)
    seen.push(...page.items.map(({ no }) => no))
    cursor = page.next
  } while (cursor !== undefined)
  expect(seen.sort((a, b) => a - b)).toEqual(rows.map(({ no }) => no))
})

test('a guest has nothing of their own', async () => {
  expect(codeOf(await world.activities('a-guest', 'mine', { tab: 'UPCOMING' }))).toBe('NEED_REGISTER')
})
