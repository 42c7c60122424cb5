import type { MineTab } from '../../../typings/api/activity'
import type { Place } from '../../../typings/documents'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'
import { queues } from './queue'

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

/** A holding with this verdict, of a session that begins in so many hours. */
async function withVerdict(openid: string, hours: number, state: string, endedAt: number) {
  const { sessionId } = await world.activity({ starts: [hours] })
  ok(await signUp(openid, sessionId))
  const place = (await world.cloud.find<Place>('places', { pool: sessionId, holder: personId(openid) }))[0]
  const { rid, refId: activityId, startAt, endAt, no } = place ?? {}
  await world.add('signups', [
    {
      ...{ _id: `su_${rid}`, personId: personId(openid), activityId, sessionId, no, headcount: 1, state },
      ...{ startAt, endAt, signedAt: world.now, endedAt, points: 0, sources: [], walkIn: false },
    },
  ])
  return { sessionId, rid: rid ?? '' }
}

test('who was checked in, or says to be there, sees so while the session is to come or runs', async () => {
  const anna = await someone()
  const there = await withVerdict(anna, 30, 'ATTENDED', world.now - 1)
  const says = await withVerdict(anna, 54, 'PENDING', world.now - 1)
  const back = await withVerdict(anna, 78, 'VOID', world.now - 1)
  expect((await mine(anna, 'UPCOMING')).items.map(({ sessionId, state }) => [sessionId, state])).toEqual([
    [there.sessionId, 'ATTENDED'],
    [says.sessionId, 'PENDING'],
    [back.sessionId, 'SIGNED'],
  ])
  expect((await mine(anna, 'ENDED')).items).toEqual([])
})

test('a holding with a verdict is listed once when its session is over, a cancel that was cut off too', async () => {
  const anna = await someone()
  await withVerdict(anna, 30, 'ATTENDED', world.now + 30 * HOUR)
  await withVerdict(anna, 54, 'CANCELLED', world.now)
  const open = await world.activity({ starts: [78] })
  ok(await signUp(anna, open.sessionId))
  await world.cloud.clock.advance(80 * HOUR)
  expect((await mine(anna, 'UPCOMING')).items).toEqual([])
  expect((await mine(anna, 'ENDED')).items.map(({ state }) => state)).toEqual([
    'OVER',
    'ATTENDED',
    'CANCELLED',
  ])
})

test('who was there is asked how it was, until they said so', async () => {
  const anna = await someone()
  const { sessionId, rid } = await withVerdict(anna, 30, 'ATTENDED', world.now + 30 * HOUR)
  await withVerdict(anna, 54, 'NO_SHOW', world.now + 60 * HOUR)
  await world.cloud.clock.advance(80 * HOUR)
  const rateable = async () =>
    (await mine(anna, 'ENDED')).items.flatMap(({ sessionId, rateable }) => (rateable ? [sessionId] : []))
  expect(await rateable()).toEqual([sessionId])
  await world.add('feedback', [{ _id: `fb_${rid}`, sessionId, score: 5, text: '', at: world.now }])
  expect(await rateable()).toEqual([])
})

test('pages of closed holdings, each with its place still held, list everything once', async () => {
  const anna = await someone()
  const { activityId } = await world.activity()
  const holdings = Array.from({ length: 50 }, (_, i) => ({
    rid: `mine${String(i).padStart(2, '0')}`,
    pool: `se_mine${String(i).padStart(2, '0')}`,
    endAt: world.now - (i + 1) * HOUR,
  }))
  const place = ({ rid, pool, endAt }: (typeof holdings)[number]) => ({
    ...{ _id: `${pool}/1`, pool, no: 1, refId: activityId, segment: '', holder: personId(anna), nth: 0 },
    ...{ capKey: `${pool}/1`, capNth: 0, rid, headcount: 1, at: 1, startAt: 1, endAt, state: 'HELD' },
    ...{ due: 0, step: '', offerUntil: 0, answers: null },
  })
  // one half was closed long after its end: its rows and its places stand far apart
  const row = ({ rid, pool, endAt }: (typeof holdings)[number], i: number) => ({
    ...{ _id: `su_${rid}`, personId: personId(anna), activityId, sessionId: pool, no: i, headcount: 1 },
    ...{ state: 'NO_SHOW', startAt: 1, endAt, signedAt: 1, points: 0, sources: [], walkIn: false },
    endedAt: i % 2 === 0 ? world.now - 1000 : endAt,
  })
  await world.add('places', holdings.map(place))
  await world.add('signups', holdings.slice(0, 45).map(row))
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await mine(anna, 'ENDED', cursor)
    expect(page.items.length).toBeGreaterThan(0)
    seen.push(...page.items.map(({ sessionId }) => sessionId))
    cursor = page.next
  } while (cursor !== undefined)
  expect(seen.sort()).toEqual(holdings.map(({ pool }) => pool))
})

test('queues one is in stand under waiting: with the number in the queue, or with the offer', async () => {
  const q = queues(world)
  const later = await q.full({ starts: [96] }, 1)
  const sooner = await q.full({ starts: [72] })
  const anna = await someone()
  for (const { sessionId } of [later, sooner]) ok(await q.join(anna, sessionId))
  ok(await q.cancel(sooner.holder, sooner.sessionId))
  const { items } = await mine(anna, 'WAITING')
  expect(items).toMatchObject([
    { sessionId: sooner.sessionId, state: 'OFFERED', no: 1, offerUntil: expect.any(Number), rateable: false },
    { sessionId: later.sessionId, state: 'WAITING', no: 2 },
  ])
  expect(items[1]).not.toHaveProperty('offerUntil')
  expect((await mine(anna, 'UPCOMING')).items).toEqual([])
  ok(await q.answer(anna, sooner.sessionId, true))
  expect((await mine(anna, 'WAITING')).items.map(({ sessionId }) => sessionId)).toEqual([later.sessionId])
  expect((await mine(anna, 'UPCOMING')).items).toMatchObject([{ state: 'SIGNED' }])
  await world.cloud.clock.advance(97 * HOUR)
  expect((await mine(anna, 'WAITING')).items).toEqual([])
})

test('many queues come in pages', async () => {
  const anna = await someone()
  const { activityId } = await world.activity()
  const entry = (i: number) => ({
    ...{ _id: `se_w${i}/w1`, sessionId: `se_w${i}`, activityId, n: 1, personId: personId(anna) },
    ...{ employment: 'OFFICE', state: 'WAITING', autoAccept: false, liveKey: `se_w${i}|x`, at: 1, rid: '' },
    ...{ startAt: world.now + HOUR, endAt: world.now + 2 * HOUR, endedAt: 0 },
  })
  await world.add(
    'waits',
    Array.from({ length: 25 }, (_, i) => entry(i)),
  )
  const first = await mine(anna, 'WAITING')
  const rest = await mine(anna, 'WAITING', first.next)
  expect(new Set([...first.items, ...rest.items].map(({ sessionId }) => sessionId)).size).toBe(25)
  expect(rest).not.toHaveProperty('next')
})

test('a guest has nothing of their own', async () => {
  expect(codeOf(await world.activities('a-guest', 'mine', { tab: 'UPCOMING' }))).toBe('NEED_REGISTER')
})
