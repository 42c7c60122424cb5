import { brokenInvariants } from '../../support/invariants'
import { placeId } from '../../../cloudfunctions/_kit/places/place'
import type { Holder } from '../roll-call'
import { clockOf, hall, HOUR, keeper, rowOfHolder, setRow, someone, venueText } from '../roll-call'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'

const MINUTE = 60_000

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.cloud.stop())
afterEach(async () => {
  expect(await brokenInvariants(world.cloud)).toEqual([])
  await world.cloud.clock.set(world.now)
})

const scan = async (staff: string, holder: Holder) => {
  const code = holder.codeAt(await clockOf(world)).text
  return world.activities(staff, 'checkIn', { sessionId: holder.sessionId, code })
}
const undo = (staff: string, { sessionId, rid }: Pick<Holder, 'sessionId' | 'rid'>, reason = '扫错人') =>
  world.activities(staff, 'checkInUndo', { sessionId, rid, reason })
const decide = (staff: string, sessionId: string, items: { rid: string; accept: boolean }[]) =>
  world.activities(staff, 'pendingDecide', { sessionId, items })

async function attended() {
  const { holders, ...rest } = await hall(world)
  const holder = holders[0]!
  ok(await scan(rest.staff, holder))
  return { ...rest, holder }
}

/** People who scanned the venue code without a network, and sent it later. */
async function claims(people: number) {
  const made = await hall(world, people)
  const captured = await clockOf(world)
  await world.cloud.clock.advance(10 * MINUTE)
  const token = venueText(made.sessionId, captured)
  for (const { openid } of made.holders)
    ok(await world.activities(openid, 'scanVenue', { token, capturedAt: captured }))
  return { ...made, captured }
}

/** Somebody at the door without a sign-up. */
async function walkIn() {
  const made = await hall(world, 0, { places: 1 })
  await world.cloud.clock.advance(40 * MINUTE)
  const openid = await someone(world)
  const now = await clockOf(world)
  const input = { token: venueText(made.sessionId, now), capturedAt: now }
  expect(ok(await world.activities(openid, 'scanVenue', input))).toMatchObject({
    pending: true,
    walkIn: true,
  })
  const place = await world.place(placeId(made.sessionId, 1))
  return { ...made, openid, rid: place?.rid ?? '' }
}

test('an attendance that was a mistake is taken back, with a reason; the person still holds the place', async () => {
  const { staff, holder } = await attended()
  expect(codeOf(await undo(staff, holder, '  '))).toBe('REASON_REQUIRED')
  expect(ok(await undo(staff, holder))).toMatchObject({ rid: holder.rid, state: 'HELD' })
  expect(await rowOfHolder(world, holder)).toMatchObject({ state: 'VOID', reason: '扫错人' })
  expect(ok(await world.activities(holder.openid, 'ticket', { sessionId: holder.sessionId })).no).toBe(1)
})

test('taken back twice is taken back once', async () => {
  const { staff, holder } = await attended()
  ok(await undo(staff, holder))
  const row = await rowOfHolder(world, holder)
  await world.cloud.clock.advance(MINUTE)
  expect(ok(await undo(staff, holder))).toMatchObject({ state: 'HELD' })
  expect(await rowOfHolder(world, holder)).toEqual(row)
})

test('after it was taken back the person can be checked in again, and counts from then', async () => {
  const { staff, holder } = await attended()
  ok(await undo(staff, holder))
  await world.cloud.clock.advance(MINUTE)
  const { row, repeated } = ok(await scan(staff, holder))
  expect(repeated).toBe(false)
  expect(row.at).toBeGreaterThanOrEqual(world.now + MINUTE)
  expect((await rowOfHolder(world, holder))?.sources).toHaveLength(2)
})

test('what is no attendance cannot be taken back', async () => {
  const { staff, holder, sessionId } = await attended()
  expect(codeOf(await undo(staff, { sessionId, rid: holder.rid.replace(/^.{4}/, '0000') }))).toBe(
    'STATE_CHANGED',
  )
  for (const state of ['NO_SHOW', 'PENDING', 'CALLED_OFF'] as const) {
    await setRow(world, holder, { state })
    expect(codeOf(await undo(staff, holder))).toBe('STATE_CHANGED')
  }
  const other = await attended()
  expect(codeOf(await undo(staff, { sessionId: other.sessionId, rid: holder.rid }))).toBe('STATE_CHANGED')
})

test('staff accept some claims and refuse others', async () => {
  const { staff, sessionId, holders, captured } = await claims(3)
  const [a, b, c] = holders as [Holder, Holder, Holder]
  const answer = await decide(staff, sessionId, [
    { rid: a.rid, accept: true },
    { rid: b.rid, accept: false },
  ])
  expect(ok(answer)).toEqual({ accepted: 1, refused: 1 })
  expect(await rowOfHolder(world, a)).toMatchObject({ state: 'ATTENDED', endedAt: captured })
  expect(await rowOfHolder(world, b)).toMatchObject({ state: 'VOID' })
  expect(await rowOfHolder(world, c)).toMatchObject({ state: 'PENDING' })
})

test('decided again it stays as it is, and what was decided otherwise is told', async () => {
  const { staff, sessionId, holders } = await claims(1)
  const rid = holders[0]?.rid ?? ''
  for (let times = 0; times < 2; times++)
    expect(ok(await decide(staff, sessionId, [{ rid, accept: true }]))).toEqual({ accepted: 1, refused: 0 })
  expect(codeOf(await decide(staff, sessionId, [{ rid, accept: false }]))).toBe('STATE_CHANGED')
})

test('a claim that was refused is not made again by sending it again', async () => {
  const { staff, sessionId, holders, captured } = await claims(1)
  const [holder] = holders as [Holder]
  ok(await decide(staff, sessionId, [{ rid: holder.rid, accept: false }]))
  const again = { token: venueText(sessionId, captured), capturedAt: captured }
  expect(codeOf(await world.activities(holder.openid, 'scanVenue', again))).toBe('STATE_CHANGED')
})

test('nobody accepts their own claim', async () => {
  const { sessionId, holders } = await claims(1)
  const [holder] = holders as [Holder]
  await world.grant(holder.openid, ['ROLL'])
  const answer = await decide(holder.openid, sessionId, [{ rid: holder.rid, accept: true }])
  expect(codeOf(answer)).toBe('SELF_REVIEW')
})

test('who came to the door without a sign-up is taken in, or gives the place back', async () => {
  const accepted = await walkIn()
  ok(await decide(accepted.staff, accepted.sessionId, [{ rid: accepted.rid, accept: true }]))
  expect(await rowOfHolder(world, accepted)).toMatchObject({ state: 'ATTENDED', walkIn: true })
  await world.cloud.clock.set(world.now)
  const refused = await walkIn()
  const items = [{ rid: refused.rid, accept: false }]
  expect(ok(await decide(refused.staff, refused.sessionId, items))).toEqual({ accepted: 0, refused: 1 })
  expect(await world.place(placeId(refused.sessionId, 1))).toMatchObject({ holder: '' })
  expect(await rowOfHolder(world, refused)).toMatchObject({ state: 'CANCELLED', points: 0 })
  expect(ok(await decide(refused.staff, refused.sessionId, items)).refused).toBe(1)
})

test('a claim that comes after the session was finished leaves the points until staff accept it', async () => {
  const { staff, sessionId, holders } = await hall(world, 2)
  const captured = await clockOf(world)
  await world.cloud.clock.advance(2 * HOUR)
  ok(await world.activities(staff, 'finish', { sessionId }))
  const input = { token: venueText(sessionId, captured), capturedAt: captured }
  const [a, b] = holders as [Holder, Holder]
  for (const { openid } of holders) ok(await world.activities(openid, 'scanVenue', input))
  expect(await rowOfHolder(world, a)).toMatchObject({ state: 'PENDING', points: 2 })
  const items = [
    { rid: a.rid, accept: true },
    { rid: b.rid, accept: false },
  ]
  expect(ok(await decide(staff, sessionId, items))).toEqual({ accepted: 1, refused: 1 })
  expect(await rowOfHolder(world, a)).toMatchObject({ state: 'ATTENDED', points: 0 })
  expect(await rowOfHolder(world, b)).toMatchObject({ state: 'NO_SHOW', points: 2 })
})

test('only staff with the roll of this union undo and decide', async () => {
  const { holder, sessionId } = await attended()
  const elsewhere = await keeper(world, ['ROLL'], 'org_S1')
  const editor = await keeper(world, ['EDIT'])
  expect(codeOf(await undo(elsewhere, holder))).toBe('OUT_OF_SCOPE')
  expect(codeOf(await undo(editor, holder))).toBe('NO_PERMISSION')
  expect(codeOf(await decide(elsewhere, sessionId, [{ rid: holder.rid, accept: true }]))).toBe('OUT_OF_SCOPE')
  expect(personId(holder.openid)).toBe((await rowOfHolder(world, holder))?.personId)
})
