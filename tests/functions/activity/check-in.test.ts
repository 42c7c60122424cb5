import { brokenInvariants } from '../../support/invariants'
import type { Holder } from '../roll-call'
import { clockOf, DAY, hall, hold, HOUR, keeper, letGo, rowOfHolder, setRow, someone } from '../roll-call'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'

const MINUTE = 60_000

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.cloud.stop())
afterEach(() => world.cloud.clock.set(world.now))

/** Scans what this phone shows now, or showed at another moment. */
async function scan(staff: string, holder: Holder, shownAt?: number) {
  const code = holder.codeAt(shownAt ?? (await clockOf(world))).text
  return world.activities(staff, 'checkIn', { sessionId: holder.sessionId, code })
}
const byHand = (staff: string, { sessionId, rid }: Holder, reason = '手机没电') =>
  world.activities(staff, 'checkIn', { sessionId, rid, reason })

async function one() {
  const { holders, ...rest } = await hall(world)
  return { ...rest, holder: holders[0]! }
}

test('a scanned code checks the person in', async () => {
  const { staff, holder } = await one()
  const { row, repeated } = ok(await scan(staff, holder))
  expect(repeated).toBe(false)
  expect(row).toMatchObject({
    rid: holder.rid,
    no: 1,
    state: 'ATTENDED',
    method: 'SCAN_STAFF',
    walkIn: false,
  })
  const stored = await rowOfHolder(world, holder)
  expect(stored).toMatchObject({
    state: 'ATTENDED',
    personId: personId(holder.openid),
    endedAt: row.at,
    points: 0,
  })
  expect(stored?.sources).toMatchObject([{ at: row.at, byId: personId(staff), method: 'SCAN_STAFF' }])
  expect(await brokenInvariants(world.cloud)).toEqual([])
})

test('a second scan says when the first one was and changes nothing', async () => {
  const { staff, holder } = await one()
  const first = ok(await scan(staff, holder))
  const stored = await rowOfHolder(world, holder)
  await world.cloud.clock.advance(5 * MINUTE)
  expect(ok(await scan(await keeper(world), holder))).toEqual({ row: first.row, repeated: true })
  expect(await rowOfHolder(world, holder)).toEqual(stored)
})

test('two staff who scan the same phone at once check in one person, once', async () => {
  const { staff, holder } = await one()
  const answers = await Promise.all([scan(staff, holder), scan(staff, holder), scan(staff, holder)])
  expect(answers.map(answer => ok(answer).repeated).sort()).toEqual([false, true, true])
  expect((await rowOfHolder(world, holder))?.sources).toHaveLength(1)
})

test('a code works one window before and after its own, and not two', async () => {
  const { staff, holders } = await hall(world, 4)
  const now = Math.floor((await clockOf(world)) / 30_000) * 30_000 + 5000
  await world.cloud.clock.set(now)
  const [a, b, c, d] = holders as [Holder, Holder, Holder, Holder]
  expect(codeOf(await scan(staff, a, now - 30_000))).toBe('OK')
  expect(codeOf(await scan(staff, b, now + 30_000))).toBe('OK')
  expect(codeOf(await scan(staff, c, now - 60_000))).toBe('CODE_EXPIRED')
  expect(codeOf(await scan(staff, d, now + 60_000))).toBe('CODE_EXPIRED')
})

test('a phone whose clock is an hour off shows expired codes; one that corrects itself by the answer of the server shows good ones', async () => {
  const { staff, holder } = await one()
  const { serverAt } = await world.activities(holder.openid, 'ticket', { sessionId: holder.sessionId })
  const phone = serverAt - HOUR
  expect(codeOf(await scan(staff, holder, phone))).toBe('CODE_EXPIRED')
  expect(codeOf(await scan(staff, holder, serverAt + HOUR))).toBe('CODE_EXPIRED')
  const offset = serverAt - phone
  expect(codeOf(await scan(staff, holder, phone + offset))).toBe('OK')
})

test('a forged or altered code is invalid', async () => {
  const { staff, holders } = await hall(world, 2)
  const [anna, bert] = holders as [Holder, Holder]
  const { sessionId } = anna
  const now = await clockOf(world)
  const text = anna.codeAt(now).text
  const another = bert.codeAt(now).text.split('.').at(-1)
  const forged = [
    text.replace(/[^.]+$/, another ?? ''),
    text.replace('.1.', '.2.'),
    text.replace('.1.', '.999.'),
    `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`,
    'hello',
    '',
  ]
  for (const code of forged)
    expect(codeOf(await world.activities(staff, 'checkIn', { sessionId, code }))).toBe('CODE_INVALID')
})

test('the code of an earlier holding is invalid once the number has a new holder, and finds no place while it is free', async () => {
  const { staff, holder } = await one()
  await letGo(world, holder)
  expect(codeOf(await scan(staff, holder))).toBe('NO_PLACE')
  const bert = await hold(world, holder.sessionId, holder.no, await someone(world))
  expect(codeOf(await scan(staff, holder))).toBe('CODE_INVALID')
  expect(codeOf(await scan(staff, bert))).toBe('OK')
})

test('the code of another session is told from a bad one', async () => {
  const { staff, sessionId } = await one()
  const other = await one()
  const code = other.holder.codeAt(await clockOf(world)).text
  expect(codeOf(await world.activities(staff, 'checkIn', { sessionId, code }))).toBe('CODE_OTHER_SESSION')
})

test('who was only offered a place has none yet', async () => {
  const { staff, sessionId } = await one()
  const offered = await hold(world, sessionId, 2, await someone(world), {
    state: 'OFFERED',
    offerUntil: world.now + HOUR,
  })
  expect(codeOf(await scan(staff, offered))).toBe('NO_PLACE')
  expect(codeOf(await byHand(staff, offered))).toBe('NO_PLACE')
})

test('codes are taken from an hour before the start until the end', async () => {
  const { staff, holders, sessionId } = await hall(world, 3)
  const [a, b, c] = holders as [Holder, Holder, Holder]
  const { startAt, endAt } = ok(await world.activities(staff, 'roster', { sessionId })).session
  const at = async (moment: number, holder: Holder) => {
    await world.cloud.clock.set(moment)
    return codeOf(await scan(staff, holder))
  }
  expect(await at(startAt - HOUR - MINUTE, a)).toBe('OUTSIDE_WINDOW')
  expect(await at(startAt - HOUR + MINUTE, a)).toBe('OK')
  expect(await at(endAt - MINUTE, b)).toBe('OK')
  expect(await at(endAt + MINUTE, c)).toBe('OUTSIDE_WINDOW')
  expect(codeOf(await world.activities(staff, 'checkIn', { sessionId, digits: '12345678' }))).toBe(
    'OUTSIDE_WINDOW',
  )
})

test('a visit takes its group half an hour around its slot', async () => {
  const { staff, holders, sessionId } = await hall(world, 2, { kind: 'VISIT' })
  const { startAt, endAt } = ok(await world.activities(staff, 'roster', { sessionId })).session
  await world.cloud.clock.set(startAt - 31 * MINUTE)
  expect(codeOf(await scan(staff, holders[0]!))).toBe('OUTSIDE_WINDOW')
  await world.cloud.clock.set(endAt + 29 * MINUTE)
  expect(codeOf(await scan(staff, holders[1]!))).toBe('OK')
})

test('eight digits read aloud find the person, before and after they change', async () => {
  const { staff, holders, sessionId } = await hall(world, 3)
  const now = Math.floor((await clockOf(world)) / 30_000) * 30_000 + 5000
  await world.cloud.clock.set(now)
  const say = (holder: Holder, at: number) =>
    world.activities(staff, 'checkIn', { sessionId, digits: holder.codeAt(at).digits })
  const [a, b, c] = holders as [Holder, Holder, Holder]
  expect(ok(await say(b, now)).row).toMatchObject({ rid: b.rid, state: 'ATTENDED' })
  expect(ok(await say(a, now - 30_000)).row.rid).toBe(a.rid)
  expect(codeOf(await say(c, now - 90_000))).toBe('CODE_INVALID')
})

test('digits may be tried ten times a minute, by each of the staff', async () => {
  const { staff, holder, sessionId } = await one()
  const now = Math.floor((await clockOf(world)) / MINUTE) * MINUTE + 5000
  await world.cloud.clock.set(now)
  const guess = (who: string, digits: string) => world.activities(who, 'checkIn', { sessionId, digits })
  const wrong = Array.from({ length: 10 }, (_, i) => String(90_000_000 + i))
  for (const digits of wrong) expect(codeOf(await guess(staff, digits))).toBe('CODE_INVALID')
  const right = holder.codeAt(await clockOf(world)).digits
  expect(codeOf(await guess(staff, right))).toBe('RATE_LIMITED')
  expect(codeOf(await guess(await keeper(world), right))).toBe('OK')
  await world.cloud.clock.set(now + MINUTE)
  expect(codeOf(await guess(staff, holder.codeAt(now + MINUTE).digits))).toBe('OK')
})

test('by hand it takes a reason, which is kept', async () => {
  const { staff, holder } = await one()
  expect(codeOf(await byHand(staff, holder, ' '))).toBe('REASON_REQUIRED')
  expect(ok(await byHand(staff, holder)).row).toMatchObject({ state: 'ATTENDED', method: 'MANUAL' })
  expect((await rowOfHolder(world, holder))?.sources).toMatchObject([{ reason: '手机没电' }])
  expect(ok(await byHand(staff, holder)).repeated).toBe(true)
})

test('nobody checks themselves in by hand: it would take the points off a no-show of their own', async () => {
  const { staff, sessionId, holder } = await one()
  const own = await hold(world, sessionId, 2, staff)
  expect(codeOf(await byHand(staff, own))).toBe('SELF_REVIEW')
  expect(await rowOfHolder(world, own)).toBeUndefined()
  expect(ok(await byHand(await keeper(world), own)).row.state).toBe('ATTENDED')
  expect(ok(await byHand(staff, holder)).row.state).toBe('ATTENDED')
})

test('by hand it is possible until a week after the end, and no earlier than an hour before the start', async () => {
  const { staff, holders, sessionId } = await hall(world, 2)
  const { startAt, endAt } = ok(await world.activities(staff, 'roster', { sessionId })).session
  const at = async (moment: number, holder: Holder) => {
    await world.cloud.clock.set(moment)
    return codeOf(await byHand(staff, holder))
  }
  expect(await at(startAt - HOUR - MINUTE, holders[0]!)).toBe('OUTSIDE_WINDOW')
  expect(await at(endAt + 7 * DAY - MINUTE, holders[0]!)).toBe('OK')
  expect(await at(endAt + 7 * DAY + MINUTE, holders[1]!)).toBe('OUTSIDE_WINDOW')
})

test('a holding that is over cannot be checked in by hand', async () => {
  const { staff, holder } = await one()
  await letGo(world, holder)
  expect(codeOf(await byHand(staff, holder))).toBe('NO_PLACE')
})

test('who cancelled cannot be checked in, even while the cancel is not through', async () => {
  const { staff, holder } = await one()
  ok(await scan(staff, holder))
  for (const state of ['CANCELLED', 'LATE_CANCELLED'] as const) {
    await setRow(world, holder, { state, sources: [] })
    expect(codeOf(await scan(staff, holder))).toBe('NO_PLACE')
  }
})

test('a no-show who was there after all has attended, without points, and is no longer suspended for them', async () => {
  const { staff, holder, sessionId } = await one()
  await world.cloud.clock.advance(2 * HOUR)
  ok(await world.activities(staff, 'finish', { sessionId }))
  expect(await rowOfHolder(world, holder)).toMatchObject({ state: 'NO_SHOW', points: 2 })
  await world.cloud.db
    .collection('tasks')
    .where({ refId: personId(holder.openid) })
    .update({ dueAt: 0 })
  expect(ok(await byHand(staff, holder)).row).toMatchObject({ state: 'ATTENDED', points: 0 })
  expect(await rowOfHolder(world, holder)).toMatchObject({ state: 'ATTENDED', points: 0 })
  const [task] = await world.cloud.find<{ dueAt: number }>('tasks', {
    _id: `SUSPEND:${personId(holder.openid)}`,
  })
  expect(task?.dueAt).toBeGreaterThan(0)
})

test('staff settle a pending claim by scanning the person', async () => {
  const { staff, holder } = await one()
  ok(await scan(staff, holder))
  const claimed = (await clockOf(world)) - 5 * MINUTE
  await setRow(world, holder, { state: 'PENDING', endedAt: claimed })
  expect(ok(await scan(staff, holder))).toMatchObject({ repeated: false, row: { state: 'ATTENDED' } })
})

test('nobody is checked in to what was called off', async () => {
  const { staff, holder, activityId } = await one()
  await world.cloud.db.collection('activities').where({ _id: activityId }).update({ state: 'CALLED_OFF' })
  expect(codeOf(await scan(staff, holder))).toBe('STATE_CHANGED')
})

test('only staff with the roll, and only of this union or above it, check people in', async () => {
  const { holder } = await one()
  expect(codeOf(await scan(await keeper(world, ['EDIT']), holder))).toBe('NO_PERMISSION')
  expect(codeOf(await scan(await keeper(world, ['ROLL'], 'org_S1'), holder))).toBe('OUT_OF_SCOPE')
  expect(codeOf(await scan(holder.openid, holder))).toBe('NO_PERMISSION')
})

test('on a warm instance a scan costs two calls: the place and the row', async () => {
  const { staff, holders } = await hall(world, 12)
  ok(await scan(staff, holders[0]!))
  ok(await scan(staff, holders[1]!))
  await world.cloud.stats.reset()
  for (const holder of holders.slice(2)) ok(await scan(staff, holder))
  const {
    spread = {},
    databaseCalls = 99,
    count = 1,
  } = (await world.cloud.stats.read()).calls['activity.checkIn'] ?? {}
  expect(spread[2] ?? 0).toBeGreaterThanOrEqual(8)
  expect(databaseCalls / count).toBeLessThanOrEqual(2.5)
})
