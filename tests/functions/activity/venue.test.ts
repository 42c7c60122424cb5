import { brokenInvariants } from '../../support/invariants'
import { placeId } from '../../../cloudfunctions/_kit/places/place'
import type { Wait } from '../../../typings/documents'
import type { Holder } from '../roll-call'
import { clockOf, hall, hold, HOUR, letGo, rowOfHolder, setRow, someone, venueText } from '../roll-call'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'

const MINUTE = 60_000
const WINDOW = 30_000

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.cloud.stop())
afterEach(async () => {
  expect(await brokenInvariants(world.cloud)).toEqual([])
  await world.cloud.clock.set(world.now)
})

/** Scans what hung in the hall at `shown`, and says to have seen it at `captured`; now, unless told. */
async function scan(openid: string, sessionId: string, shown?: number, captured?: number) {
  const now = await clockOf(world)
  const token = venueText(sessionId, shown ?? now)
  return world.activities(openid, 'scanVenue', { token, capturedAt: captured ?? now })
}

async function one() {
  const { holders, ...rest } = await hall(world)
  return { ...rest, holder: holders[0]! }
}

/** The doors are open and sign-up is closed. */
async function started(places = 2) {
  const made = await hall(world, 0, { places })
  await world.cloud.clock.advance(35 * MINUTE)
  return { ...made, openid: await someone(world) }
}

test('who holds a place and scans the code in the hall is there', async () => {
  const { holder, sessionId, activityId } = await one()
  const answer = ok(await scan(holder.openid, sessionId))
  expect(answer).toMatchObject({
    sessionId,
    activityId,
    no: 1,
    pending: false,
    walkIn: false,
    repeated: false,
  })
  expect(await rowOfHolder(world, holder)).toMatchObject({
    state: 'ATTENDED',
    endedAt: answer.at,
    sources: [{ method: 'SCAN_VENUE', byId: personId(holder.openid) }],
  })
})

test('scanning again says when the first time was', async () => {
  const { holder, sessionId } = await one()
  const first = ok(await scan(holder.openid, sessionId))
  await world.cloud.clock.advance(5 * MINUTE)
  expect(ok(await scan(holder.openid, sessionId))).toEqual({ ...first, repeated: true })
  expect((await rowOfHolder(world, holder))?.sources).toHaveLength(1)
})

test('a code that hung there a minute ago still counts as now; an older one has expired', async () => {
  const { holders, sessionId } = await hall(world, 2)
  const now = Math.floor((await clockOf(world)) / WINDOW) * WINDOW + 5000
  await world.cloud.clock.set(now)
  const [a, b] = holders as [Holder, Holder]
  expect(ok(await scan(a.openid, sessionId, now - 2 * WINDOW)).pending).toBe(false)
  expect(codeOf(await scan(b.openid, sessionId, now - 3 * WINDOW))).toBe('CODE_EXPIRED')
})

test('a code that was seen without a network and sent later waits for the staff', async () => {
  const { holder, sessionId } = await one()
  const seen = await clockOf(world)
  await world.cloud.clock.advance(20 * MINUTE)
  const answer = ok(await scan(holder.openid, sessionId, seen, seen))
  expect(answer).toMatchObject({ pending: true, at: seen, repeated: false })
  expect(ok(await scan(holder.openid, sessionId, seen, seen))).toMatchObject({
    pending: true,
    repeated: true,
  })
  expect(ok(await scan(holder.openid, sessionId))).toMatchObject({
    pending: false,
    repeated: false,
    at: seen,
  })
  expect(await rowOfHolder(world, holder)).toMatchObject({ state: 'ATTENDED' })
})

test('nobody makes an old code young by saying so: what they say to have seen must have hung there then', async () => {
  const { holder, sessionId } = await one()
  const shown = await clockOf(world)
  await world.cloud.clock.advance(20 * MINUTE)
  const now = await clockOf(world)
  for (const captured of [now, now + HOUR, shown + 5 * MINUTE, shown - 5 * MINUTE, 0])
    expect(codeOf(await scan(holder.openid, sessionId, shown, captured))).toBe('CODE_EXPIRED')
  expect(codeOf(await scan(holder.openid, sessionId, now + 10 * MINUTE, now + 10 * MINUTE))).toBe(
    'CODE_EXPIRED',
  )
})

test('a phone whose clock is an hour off has seen nothing in time; one that goes by the server has', async () => {
  const { holder, sessionId } = await one()
  const seen = await clockOf(world)
  await world.cloud.clock.advance(20 * MINUTE)
  expect(codeOf(await scan(holder.openid, sessionId, seen, seen - HOUR))).toBe('CODE_EXPIRED')
  expect(codeOf(await scan(holder.openid, sessionId, seen, seen))).toBe('OK')
})

test('a forged or altered code is invalid', async () => {
  const { holder, sessionId } = await one()
  const other = await one()
  const now = await clockOf(world)
  const text = venueText(sessionId, now)
  const mac = venueText(other.sessionId, now).split('.').at(-1) ?? ''
  const forged = [
    text.replace(/[^.]+$/, mac),
    text.replace(sessionId, other.sessionId),
    text.slice(0, -1),
    'x',
    '',
  ]
  for (const token of [...forged, holder.codeAt(now).text])
    expect(codeOf(await world.activities(holder.openid, 'scanVenue', { token, capturedAt: now }))).toBe(
      'CODE_INVALID',
    )
})

test('the hall is open from an hour before the start until the end', async () => {
  const { holder, sessionId, staff } = await one()
  const { from, to } = ok(await world.activities(staff, 'roster', { sessionId })).session
  await world.cloud.clock.set(from - MINUTE)
  expect(codeOf(await scan(holder.openid, sessionId))).toBe('OUTSIDE_WINDOW')
  await world.cloud.clock.set(to + MINUTE)
  expect(codeOf(await scan(holder.openid, sessionId))).toBe('OUTSIDE_WINDOW')
  expect(codeOf(await scan(holder.openid, sessionId, to - MINUTE, to - MINUTE))).toBe('OK')
})

test('three days later it is too late to send', async () => {
  const { holder, sessionId } = await one()
  const seen = await clockOf(world)
  await world.cloud.clock.advance(72 * HOUR + MINUTE)
  expect(codeOf(await scan(holder.openid, sessionId, seen, seen))).toBe('SYNC_TOO_LATE')
})

test('who comes without a sign-up takes a free place at the door, and staff decide', async () => {
  const { sessionId, openid, staff } = await started()
  const answer = ok(await scan(openid, sessionId))
  expect(answer).toMatchObject({ no: 1, pending: true, walkIn: true, repeated: false })
  expect(ok(await scan(openid, sessionId))).toMatchObject({
    no: 1,
    pending: true,
    walkIn: true,
    repeated: true,
  })
  const { items, pending } = ok(await world.activities(staff, 'roster', { sessionId }))
  expect(pending).toBe(1)
  expect(items).toMatchObject([{ no: 1, state: 'PENDING', walkIn: true }])
})

test('a place taken at the door is known as such even when its row was never written', async () => {
  const { sessionId, openid } = await started()
  ok(await scan(openid, sessionId))
  const { rid = '' } = (await world.place(placeId(sessionId, 1))) ?? {}
  await world.cloud.db
    .collection('signups')
    .where({ _id: `su_${rid}` })
    .remove()
  expect(ok(await scan(openid, sessionId))).toMatchObject({ no: 1, pending: true, walkIn: true })
})

test('who got a place through the queue in the last hour did not come without one', async () => {
  const { sessionId, activityId, openid } = await started()
  const holder = await hold(world, sessionId, 1, openid, { at: await clockOf(world) })
  const entry: Partial<Wait> = {
    _id: `${sessionId}/w1`,
    sessionId,
    activityId,
    n: 1,
    personId: personId(openid),
    state: 'ACCEPTED',
    liveKey: `${sessionId}/w1`,
    rid: holder.rid,
  }
  await world.add('waits', [entry])
  expect(ok(await scan(openid, sessionId))).toMatchObject({ pending: false, walkIn: false })
})

test('before sign-up closes, who takes a place at the door has signed up', async () => {
  const { sessionId } = await hall(world, 0)
  expect(ok(await scan(await someone(world), sessionId))).toMatchObject({ pending: false, walkIn: false })
})

test('a full hall has no place for whoever comes without one', async () => {
  const { sessionId, openid } = await started(1)
  ok(await scan(await someone(world), sessionId))
  expect(codeOf(await scan(openid, sessionId))).toBe('NO_PLACE')
})

test('at the door the same rules decide who may come', async () => {
  const members = await hall(world, 0, { audience: { memberOnly: true, employments: [] } })
  await world.cloud.clock.advance(35 * MINUTE)
  expect(codeOf(await scan(await someone(world), members.sessionId))).toBe('NOT_ELIGIBLE')
  await world.cloud.clock.set(world.now)
  const { sessionId } = await started()
  const suspended = 'suspended-at-the-door'
  await world.people([suspended], { suspendedUntil: world.now + 24 * HOUR })
  expect(codeOf(await scan(suspended, sessionId))).toBe('SUSPENDED_NOSHOW')
  expect(codeOf(await scan('a-guest', sessionId))).toBe('NEED_REGISTER')
})

test('nobody walks in where places are drawn, or after the session was finished', async () => {
  const drawn = await hall(world, 0, { mode: 'DRAW' })
  expect(codeOf(await scan(await someone(world), drawn.sessionId))).toBe('NO_PLACE')
  const { sessionId, openid, staff } = await started()
  ok(await world.activities(staff, 'finish', { sessionId }))
  expect(codeOf(await scan(openid, sessionId))).toBe('NO_PLACE')
})

test('a third place of the day is refused at the door too', async () => {
  const openid = await someone(world)
  for (let i = 0; i < 2; i++) {
    const { sessionId } = await hall(world, 0)
    ok(await scan(openid, sessionId))
  }
  const { sessionId } = await hall(world, 0)
  expect(codeOf(await scan(openid, sessionId))).toBe('QUOTA_DAY')
})

test('who cancelled, or whose activity was called off, is not there', async () => {
  const { holder, sessionId, activityId } = await one()
  ok(await scan(holder.openid, sessionId))
  await setRow(world, holder, { state: 'CANCELLED' })
  expect(codeOf(await scan(holder.openid, sessionId))).toBe('NO_PLACE')
  await letGo(world, holder)
  await world.cloud.db.collection('activities').where({ _id: activityId }).update({ state: 'CALLED_OFF' })
  await world.cloud.clock.advance(MINUTE)
  expect(codeOf(await scan(holder.openid, sessionId))).toBe('STATE_CHANGED')
})
