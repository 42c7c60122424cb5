/** What the timer does with places: tells, reminds, passes on, mends. */
import { freePlace } from '../../../cloudfunctions/_kit/places/place'
import type { Place, Session, Signup } from '../../../typings/documents'
import type { ActivityOptions, World } from '../world'
import { ok, personId, startWorld } from '../world'
import { HOUR, inbox, MINUTE, placesOf, tick, tickLater } from './ticking'

let world: World
beforeAll(async () => {
  world = await startWorld({ instances: 2 })
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.clock.set(world.now))

let count = 0
async function someone(): Promise<string> {
  const openid = `worker-${++count}`
  await world.people([openid])
  return openid
}

async function signedUp(options: ActivityOptions) {
  const openid = await someone()
  const { sessionId, activityId } = await world.activity(options)
  ok(await world.activities(openid, 'signUp', { sessionId, rulesVersion: 1 }))
  return { openid, sessionId, activityId }
}

async function placeOf(pool: string): Promise<Place> {
  const place = (await placesOf(world, pool)).find(({ holder }) => holder !== '')
  if (!place) throw new Error(`nobody has a place of ${pool}`)
  return place
}

test('who signed up is told so once, with number, time, place and a way to the ticket', async () => {
  const { openid, sessionId } = await signedUp({ starts: [48], title: '消暑讲座' })
  await tick(world)
  await tick(world)
  expect(await inbox(world, openid)).toMatchObject([
    {
      trigger: 'SIGNED',
      title: '报名成功',
      body: '您已成功报名“消暑讲座”，第1号，2026年9月18日 10:00，二层。',
      page: `/packages/activities/pages/ticket/ticket?session=${sessionId}`,
    },
  ])
  expect(await placeOf(sessionId)).toMatchObject({ step: 'REMIND_DAY', due: world.now + 24 * HOUR })
})

test('a thousand sign-ups are told of in some tens of calls', async () => {
  const { sessionId: pool, activityId: refId } = await world.activity({ starts: [48], places: 0 })
  const from = { pool, refId, segments: [], maxNo: 1000, startAt: 0, endAt: 0 }
  const held = Array.from({ length: 1000 }, (_, i) => ({
    ...freePlace(from, i + 1),
    ...{ holder: `p_${i}`, nth: 0, rid: `r${i}`, capKey: `p_${i}|x`, at: world.now, state: 'HELD' },
    ...{ step: 'SIGNED', due: world.now },
  }))
  await world.add('places', held)
  await world.cloud.stats.reset()
  await tick(world)
  const { calls } = await world.cloud.stats.read()
  expect(calls['jobs']?.databaseCalls).toBeLessThan(60)
  expect(await world.cloud.count('notices', { trigger: 'SIGNED', personId: /^p_\d+$/ })).toBe(1000)
  expect(await world.cloud.count('places', { pool, step: 'REMIND_DAY' })).toBe(1000)
  expect(await world.cloud.count('notices', { result: 'WAITING' })).toBe(0)
})

test.each([
  ['REMIND_DAY', 24],
  ['REMIND_SOON', 2],
] as const)('%s comes %i hours before the start, not a moment earlier, and once', async (trigger, hours) => {
  const { openid } = await signedUp({ starts: [50] })
  await tick(world)
  const moment = world.now + (50 - hours) * HOUR
  await world.cloud.clock.set(moment - 5000)
  await tick(world)
  expect(await inbox(world, openid, trigger)).toEqual([])
  await world.cloud.clock.set(moment)
  await tick(world)
  await tickLater(world, MINUTE)
  expect(await inbox(world, openid, trigger)).toHaveLength(1)
})

test('who signs up within the last day is reminded two hours before only', async () => {
  const { openid, sessionId } = await signedUp({ starts: [20] })
  await tick(world)
  expect(await placeOf(sessionId)).toMatchObject({ step: 'REMIND_SOON', due: world.now + 18 * HOUR })
  await tickLater(world, 18 * HOUR)
  expect((await inbox(world, openid)).map(({ trigger }) => trigger).sort()).toEqual(['REMIND_SOON', 'SIGNED'])
  expect(await placeOf(sessionId)).toMatchObject({ step: '', due: 0 })
})

test('who signs up within the last two hours is not reminded', async () => {
  const { openid, sessionId } = await signedUp({ starts: [1] })
  await tick(world)
  expect(await placeOf(sessionId)).toMatchObject({ step: '', due: 0 })
  expect(await inbox(world, openid)).toHaveLength(1)
})

test('a timer that slept through a reminder sends the one that is right now, or none', async () => {
  const late = await signedUp({ starts: [50] })
  const over = await signedUp({ starts: [40] })
  await tick(world)
  await world.cloud.clock.set(world.now + 49 * HOUR)
  await tick(world)
  const reminders = async (openid: string) =>
    (await inbox(world, openid)).map(({ trigger }) => trigger).filter(trigger => trigger !== 'SIGNED')
  expect(await reminders(late.openid)).toEqual(['REMIND_SOON'])
  expect(await reminders(over.openid)).toEqual([])
})

test.each([
  ['CANCELLED', 0],
  ['ATTENDED', 0],
  ['VOID', 1],
] as const)('a holding with the verdict %s gets %i reminders', async (state, reminders) => {
  const { openid, sessionId } = await signedUp({ starts: [30] })
  await tick(world)
  const { rid } = await placeOf(sessionId)
  const row: Partial<Signup> = { _id: `su_${rid}`, personId: personId(openid), sessionId, state, points: 0 }
  await world.add('signups', [row])
  await tickLater(world, 6 * HOUR)
  expect(await inbox(world, openid, 'REMIND_DAY')).toHaveLength(reminders)
})

test('nobody is reminded of what was called off', async () => {
  const { openid, sessionId } = await signedUp({ starts: [30] })
  await tick(world)
  await world.cloud.db.collection('sessions').where({ _id: sessionId }).update({ state: 'CALLED_OFF' })
  await tickLater(world, 6 * HOUR)
  expect(await inbox(world, openid, 'REMIND_DAY')).toEqual([])
  expect(await placeOf(sessionId)).toMatchObject({ step: '', due: 0 })
})

test('a session that was moved is reminded of at its new time, and once more if need be', async () => {
  const { openid, sessionId } = await signedUp({ starts: [30] })
  await tick(world)
  const move = (hours: number) =>
    world.cloud.db
      .collection('sessions')
      .where({ _id: sessionId })
      .update({ startAt: world.now + hours * HOUR } satisfies Partial<Session>)
  await move(60)
  await tickLater(world, 6 * HOUR)
  expect(await inbox(world, openid, 'REMIND_DAY')).toEqual([])
  await world.cloud.clock.set(world.now + 36 * HOUR)
  await tick(world)
  expect(await inbox(world, openid, 'REMIND_DAY')).toHaveLength(1)
})

async function offeredTo(openid: string, offerUntil: number) {
  const { sessionId, activityId } = await world.activity({ starts: [48], places: 1 })
  const [place] = await placesOf(world, sessionId)
  const rid = `RID${++count}`
  const offer: Partial<Place> = {
    ...{ holder: personId(openid), nth: 0, rid, state: 'OFFERED', offerUntil, at: world.now },
    ...{ step: 'OFFERED', due: world.now },
  }
  await world.cloud.db.collection('places').where({ _id: place?._id }).update(offer)
  const wait = {
    ...{
      _id: `${sessionId}/w1`,
      sessionId,
      activityId,
      n: 1,
      personId: personId(openid),
      employment: 'OFFICE',
    },
    ...{
      state: 'OFFERED',
      autoAccept: false,
      liveKey: `${sessionId}|${personId(openid)}`,
      at: world.now,
      rid,
    },
    ...{ startAt: place?.startAt, endAt: place?.endAt, endedAt: 0 },
  }
  await world.add('waits', [wait])
  return sessionId
}

test('who is offered a place is told until when, and when that is over the place is free', async () => {
  const openid = await someone()
  const sessionId = await offeredTo(openid, world.now + 2 * HOUR)
  await tick(world)
  expect(await inbox(world, openid)).toMatchObject([
    { trigger: 'OFFERED', body: expect.stringContaining('请在9月16日 12:00前确认') as string },
  ])
  expect(await placeOf(sessionId)).toMatchObject({ step: 'EXPIRE', due: world.now + 2 * HOUR })
  await tickLater(world, 2 * HOUR)
  expect(await inbox(world, openid, 'OFFER_EXPIRED')).toHaveLength(1)
  expect(await placesOf(world, sessionId)).toMatchObject([{ holder: '', state: 'FREE' }])
})

test('one place that fails keeps nobody waiting, and is tried later', async () => {
  const lost = await someone()
  const pool = await offeredTo(lost, world.now + HOUR)
  const others = [
    await offeredTo(await someone(), world.now + HOUR),
    await offeredTo(await someone(), world.now + HOUR),
  ]
  await tick(world)
  await world.cloud.db.collection('sessions').where({ _id: pool }).remove()
  const before = world.cloud.lines.length
  await tickLater(world, HOUR)
  for (const other of others) expect(await placesOf(world, other)).toMatchObject([{ state: 'FREE' }])
  const { now } = await world.cloud.clock.read()
  expect((await placeOf(pool)).due).toBeGreaterThan(now)
  const lines = world.cloud.lines.slice(before).filter(line => line.includes('"failed"'))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(`EXPIRE ${pool}/1`)
})
