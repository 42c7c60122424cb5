import type { Signup } from '../../../typings/documents'
import { brokenInvariants, everything } from '../../support/invariants'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'

const HOUR = 3600_000
const DAY = 24 * HOUR

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.cloud.stop())
afterEach(async () => {
  expect(await brokenInvariants(world.cloud)).toEqual([])
  await world.cloud.clock.set(world.now)
})

let count = 0
async function someone(fields: Parameters<World['people']>[1] = {}): Promise<string> {
  const openid = `worker-${++count}`
  await world.people([openid], fields)
  return openid
}

const signUp = (openid: string, sessionId: string) =>
  world.activities(openid, 'signUp', { sessionId, rulesVersion: 1 })
const cancel = (openid: string, sessionId: string, reason?: string) =>
  world.activities(openid, 'cancel', { sessionId, ...(reason !== undefined && { reason }) })
const rowsOf = async (openid: string) =>
  (await everything<Signup>(world.cloud, 'signups')).filter(row => row.personId === personId(openid))

/** Somebody who holds a place of an activity that starts in so many hours. */
async function holding(hours: number, fields: Parameters<World['people']>[1] = {}) {
  const { sessionId } = await world.activity({ starts: [hours], places: 1 })
  const openid = await someone(fields)
  ok(await signUp(openid, sessionId))
  return { openid, sessionId }
}

test('cancelling in time is free, frees the place at once, and the row keeps what was', async () => {
  const { openid, sessionId } = await holding(72)
  const bert = await someone()
  expect(codeOf(await signUp(bert, sessionId))).toBe('FULL')
  expect(ok(await cancel(openid, sessionId, '临时加班'))).toEqual({
    sessionId,
    late: false,
    points: 0,
    repeated: false,
  })
  expect(ok(await signUp(bert, sessionId))).toMatchObject({ no: 1, repeated: false })
  expect(await rowsOf(openid)).toMatchObject([{ state: 'CANCELLED', no: 1, points: 0, reason: '临时加班' }])
})

test('cancelling late costs one point', async () => {
  const { openid, sessionId } = await holding(23)
  expect(ok(await cancel(openid, sessionId))).toMatchObject({ late: true, points: 1 })
  expect(await rowsOf(openid)).toMatchObject([{ state: 'LATE_CANCELLED', points: 1 }])
})

test('a second cancel answers as the first did', async () => {
  const { openid, sessionId } = await holding(23)
  const first = ok(await cancel(openid, sessionId))
  expect(ok(await cancel(openid, sessionId))).toEqual({ ...first, repeated: true })
  await world.cloud.clock.advance(2 * DAY)
  expect(ok(await cancel(openid, sessionId))).toEqual({ ...first, repeated: true })
})

test('who cancels may sign up again, and cancel that too', async () => {
  const { openid, sessionId } = await holding(72)
  ok(await cancel(openid, sessionId))
  expect(ok(await signUp(openid, sessionId))).toMatchObject({ no: 1, repeated: false })
  await world.cloud.clock.advance(50 * HOUR)
  expect(ok(await cancel(openid, sessionId))).toMatchObject({ late: true, repeated: false })
  expect(await rowsOf(openid)).toHaveLength(2)
})

test('after the start nothing can be cancelled', async () => {
  const { openid, sessionId } = await holding(30)
  await world.cloud.clock.advance(30 * HOUR)
  expect(codeOf(await cancel(openid, sessionId))).toBe('STARTED')
  expect(await rowsOf(openid)).toEqual([])
})

test('what the organiser called off costs nobody a point', async () => {
  const { activityId, sessionId } = await world.activity({ starts: [3] })
  const openid = await someone()
  ok(await signUp(openid, sessionId))
  await world.cloud.db.collection('activities').where({ _id: activityId }).update({ state: 'CALLED_OFF' })
  await world.cloud.clock.advance(2 * HOUR)
  expect(ok(await cancel(openid, sessionId))).toMatchObject({ late: false, points: 0 })
})

test('who was checked in cannot cancel, nor who says to be there', async () => {
  for (const state of ['ATTENDED', 'PENDING'] as const) {
    const { openid, sessionId } = await holding(23)
    const place = await world.place(`${sessionId}/1`)
    await world.add('signups', [
      { _id: `su_${place?.rid}`, personId: personId(openid), state, endedAt: world.now, points: 0 },
    ])
    expect(codeOf(await cancel(openid, sessionId))).toBe('ALREADY_CHECKED_IN')
    expect(await world.place(`${sessionId}/1`)).toMatchObject({ holder: personId(openid), state: 'HELD' })
  }
})

test('an attendance that was taken back can be cancelled, until the start', async () => {
  for (const [hours, code] of [
    [23, 'OK'],
    [1, 'STARTED'],
  ] as const) {
    const { openid, sessionId } = await holding(hours)
    const place = await world.place(`${sessionId}/1`)
    await world.add('signups', [
      {
        _id: `su_${place?.rid}`,
        personId: personId(openid),
        sessionId,
        state: 'VOID',
        endedAt: 1,
        points: 0,
      },
    ])
    if (code === 'STARTED') await world.cloud.clock.advance(HOUR)
    expect(codeOf(await cancel(openid, sessionId))).toBe(code)
    const [row] = await rowsOf(openid)
    expect(row).toMatchObject(code === 'OK' ? { state: 'LATE_CANCELLED', points: 1 } : { state: 'VOID' })
  }
})

test('who took a place before the session was moved cancels freely, who took it since does not', async () => {
  const moved = await world.activity({ starts: [3], session: { movedAt: world.now + HOUR } })
  const [before, since] = [await someone(), await someone()]
  ok(await signUp(before, moved.sessionId))
  await world.cloud.clock.advance(1.5 * HOUR)
  ok(await signUp(since, moved.sessionId))
  expect(ok(await cancel(before, moved.sessionId))).toMatchObject({ late: false, points: 0 })
  expect(ok(await cancel(since, moved.sessionId))).toMatchObject({ late: true, points: 1 })
})

test('what was called off has its verdict already', async () => {
  const { openid, sessionId } = await holding(72)
  const place = await world.place(`${sessionId}/1`)
  await world.add('signups', [
    {
      _id: `su_${place?.rid}`,
      personId: personId(openid),
      sessionId,
      state: 'CALLED_OFF',
      endedAt: 1,
      points: 0,
    },
  ])
  expect(ok(await cancel(openid, sessionId))).toMatchObject({ late: false, points: 0, repeated: true })
})

test('without a place there is nothing to cancel', async () => {
  const { sessionId } = await world.activity()
  expect(codeOf(await cancel(await someone(), sessionId))).toBe('NO_PLACE')
  expect(codeOf(await cancel('a-guest', sessionId))).toBe('NEED_REGISTER')
})

test('nobody cancels for another', async () => {
  const { sessionId, openid } = await holding(72)
  expect(codeOf(await cancel(await someone(), sessionId))).toBe('NO_PLACE')
  expect(ok(await world.activities(openid, 'ticket', { sessionId })).no).toBe(1)
})

test('the fourth point within 90 days suspends for 30 days', async () => {
  const { openid, sessionId } = await holding(23)
  const past = (days: number, points: number): Signup => ({
    _id: `su_past${days}`,
    personId: personId(openid),
    activityId: 'ac_past',
    sessionId: 'se_past',
    no: 1,
    headcount: 1,
    state: 'NO_SHOW',
    startAt: 0,
    endAt: 0,
    signedAt: 0,
    endedAt: world.now - days * DAY,
    points,
    sources: [],
    walkIn: false,
  })
  await world.add('signups', [past(91, 2), past(80, 2), past(10, 1)])
  ok(await cancel(openid, sessionId))
  const next = await world.activity()
  const refused = await signUp(openid, next.sessionId)
  expect(codeOf(refused)).toBe('SUSPENDED_NOSHOW')
  const { me } = ok(await world.account(openid, 'boot', {}))
  const [row] = await rowsOf(openid).then(rows => rows.filter(({ sessionId: of }) => of === sessionId))
  expect(me?.suspendedUntil).toBe((row?.endedAt ?? 0) + 30 * DAY)
})
