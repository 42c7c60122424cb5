import type { Notice } from '../../../typings/documents'
import { DAY, hall, hold, HOUR, keeper, rowOfHolder } from '../roll-call'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.cloud.stop())
afterEach(() => world.cloud.clock.set(world.now))

const waive = (staff: string, sessionId: string, rid: string, reason = '家中急事') =>
  world.activities(staff, 'waiveStrike', { sessionId, rid, reason })

/** Somebody with two points from a session that is finished. */
async function missed() {
  const made = await hall(world)
  await world.cloud.clock.advance(2 * HOUR)
  ok(await world.activities(made.staff, 'finish', { sessionId: made.sessionId }))
  return { ...made, holder: made.holders[0]! }
}

test('staff forgive the points with a reason, and the person is told', async () => {
  const { staff, sessionId, holder } = await missed()
  await world.add('signups', [
    { _id: `su_other${sessionId}`, personId: personId(holder.openid), points: 1, endedAt: world.now - DAY },
  ])
  expect(ok(await waive(staff, sessionId, holder.rid))).toEqual({ points: 1 })
  expect(await rowOfHolder(world, holder)).toMatchObject({
    state: 'NO_SHOW',
    points: 0,
    waivedBy: personId(staff),
    waiveReason: '家中急事',
  })
  const told = await world.cloud.find<Notice>('notices', {
    personId: personId(holder.openid),
    trigger: 'WAIVED',
  })
  expect(told).toMatchObject([{ body: expect.stringContaining('家中急事') }])
})

test('forgiven twice is forgiven once, with the first reason', async () => {
  const { staff, sessionId, holder } = await missed()
  ok(await waive(staff, sessionId, holder.rid))
  const row = await rowOfHolder(world, holder)
  expect(ok(await waive(staff, sessionId, holder.rid, '另一个原因'))).toEqual({ points: 0 })
  expect(await rowOfHolder(world, holder)).toEqual(row)
})

test('it takes a reason', async () => {
  const { staff, sessionId, holder } = await missed()
  expect(codeOf(await waive(staff, sessionId, holder.rid, ' '))).toBe('REASON_REQUIRED')
})

test('nobody forgives their own points', async () => {
  const made = await hall(world, 0)
  const holder = await hold(world, made.sessionId, 1, made.staff)
  await world.cloud.clock.advance(2 * HOUR)
  ok(await world.activities(made.staff, 'finish', { sessionId: made.sessionId }))
  expect(codeOf(await waive(made.staff, made.sessionId, holder.rid))).toBe('SELF_REVIEW')
  expect(codeOf(await waive(await keeper(world), made.sessionId, holder.rid))).toBe('OK')
})

test('where there are no points nothing is forgiven', async () => {
  const { staff, sessionId, holders } = await hall(world)
  const { rid } = holders[0]!
  expect(codeOf(await waive(staff, sessionId, rid))).toBe('STATE_CHANGED')
  ok(await world.activities(staff, 'checkIn', { sessionId, rid, reason: 'x' }))
  expect(codeOf(await waive(staff, sessionId, rid))).toBe('STATE_CHANGED')
  const other = await missed()
  expect(codeOf(await waive(staff, sessionId, other.holder.rid))).toBe('STATE_CHANGED')
})

test('only staff with the roll of this union forgive', async () => {
  const { sessionId, holder } = await missed()
  expect(codeOf(await waive(await keeper(world, ['ROLL'], 'org_S1'), sessionId, holder.rid))).toBe(
    'OUT_OF_SCOPE',
  )
  expect(codeOf(await waive(await keeper(world, ['EDIT']), sessionId, holder.rid))).toBe('NO_PERMISSION')
})
