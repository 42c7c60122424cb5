import { placeId } from '../../../cloudfunctions/_kit/places/place'
import { brokenInvariants, everything } from '../../support/invariants'
import type { Activity, Notice, Session, Task } from '../../../typings/documents'
import type { Holder } from '../roll-call'
import { clockOf, DAY, hall, hold, HOUR, keeper, rowOfHolder, setRow, someone, venueText } from '../roll-call'
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
  return ok(await world.activities(staff, 'checkIn', { sessionId: holder.sessionId, code }))
}
const finish = (staff: string, sessionId: string) => world.activities(staff, 'finish', { sessionId })
const sessionOf = async (_id: string) => (await world.cloud.find<Session>('sessions', { _id }))[0]
const activityOf = async (_id: string) => (await world.cloud.find<Activity>('activities', { _id }))[0]
const toldPoints = async ({ openid }: Holder) =>
  world.cloud.find<Notice>('notices', { personId: personId(openid), trigger: 'POINTS' })

/** The first person was there; it is an hour and a half later. */
async function over(people = 3, options = {}) {
  const made = await hall(world, people, options)
  await scan(made.staff, made.holders[0]!)
  await world.cloud.clock.advance(90 * MINUTE)
  return made
}

test('finishing gives two points to everybody who did not come, tells them, and ends the activity', async () => {
  const { staff, sessionId, activityId, holders } = await over()
  expect(ok(await finish(staff, sessionId))).toEqual({ attended: 1, noShow: 2, repeated: false })
  const [a, b, c] = holders as [Holder, Holder, Holder]
  expect(await rowOfHolder(world, a)).toMatchObject({ state: 'ATTENDED', points: 0 })
  for (const missing of [b, c]) {
    expect(await rowOfHolder(world, missing)).toMatchObject({ state: 'NO_SHOW', points: 2 })
    expect(await toldPoints(missing)).toMatchObject([{ body: expect.stringContaining('记2分') }])
  }
  expect(await toldPoints(a)).toEqual([])
  expect(await sessionOf(sessionId)).toMatchObject({ state: 'FINISHED', attended: 1, noShow: 2 })
  const activity = await activityOf(activityId)
  expect(activity).toMatchObject({ state: 'FINISHED', listed: false })
  expect(activity?.times).toMatchObject([{ state: 'FINISHED' }])
})

test('finished twice it is finished once', async () => {
  const { staff, sessionId } = await over()
  const first = ok(await finish(staff, sessionId))
  const rows = await world.cloud.find('signups', { sessionId })
  expect(ok(await finish(staff, sessionId))).toEqual({ ...first, repeated: true })
  expect(await world.cloud.find('signups', { sessionId })).toEqual(rows)
})

test('an activity goes on until its last session is finished', async () => {
  const { staff, sessionId, activityId, holders } = await hall(world, 1, { starts: [0.5, 30] })
  await scan(staff, holders[0]!)
  await world.cloud.clock.advance(HOUR)
  ok(await finish(staff, sessionId))
  expect(await activityOf(activityId)).toMatchObject({
    state: 'PUBLISHED',
    listed: true,
    times: [{ state: 'FINISHED' }, { state: 'ON' }],
  })
  const [second] = await world.cloud.find<Session>('sessions', { activityId, state: 'ON' })
  await world.cloud.clock.advance(31 * HOUR)
  ok(await finish(staff, second?._id ?? ''))
  expect(await activityOf(activityId)).toMatchObject({ state: 'FINISHED', listed: false })
})

test('nothing is finished before it has begun, or after it was called off', async () => {
  const { staff, sessionId, activityId } = await hall(world)
  expect(codeOf(await finish(staff, sessionId))).toBe('STATE_CHANGED')
  await world.cloud.clock.advance(2 * HOUR)
  await world.cloud.db.collection('activities').where({ _id: activityId }).update({ state: 'CALLED_OFF' })
  expect(codeOf(await finish(staff, sessionId))).toBe('STATE_CHANGED')
  expect(await world.cloud.count('signups', { sessionId })).toBe(0)
})

test('changes that nobody published before the end are dropped with what was asked about them', async () => {
  const { staff, sessionId, activityId } = await over()
  await world.cloud.db
    .collection('activities')
    .where({ _id: activityId })
    .update({
      draft: world.cloud.db.command.set({ budgetFen: 100, sessions: [] }),
      draftState: 'REVIEWING',
      submittedRev: 1,
      editorIds: [personId(staff)],
    })
  const _id = `apv_ACTIVITY_${activityId}_1`
  const asked = { refId: activityId, title: '活动', amountFen: 100, proposerId: personId(staff) }
  await world.add('approvals', [{ _id, ...asked, state: 'PENDING' }])
  ok(await finish(staff, sessionId))
  expect(await activityOf(activityId)).toMatchObject({
    state: 'FINISHED',
    draft: null,
    draftState: 'DRAFT',
    editorIds: [],
  })
  expect(await world.cloud.find('approvals', { _id })).toMatchObject([{ state: 'VOID' }])
})

test('staff decide the claims before they finish', async () => {
  const { staff, sessionId, holders } = await over()
  const [, b] = holders as [Holder, Holder, Holder]
  const seen = world.now + MINUTE
  ok(await world.activities(b.openid, 'scanVenue', { token: venueText(sessionId, seen), capturedAt: seen }))
  expect(codeOf(await finish(staff, sessionId))).toBe('PENDING_LEFT')
  ok(await world.activities(staff, 'pendingDecide', { sessionId, items: [{ rid: b.rid, accept: true }] }))
  expect(ok(await finish(staff, sessionId))).toMatchObject({ attended: 2, noShow: 1 })
})

test('a day after the end it finishes by itself; whose claim is undecided gets no points', async () => {
  const { sessionId, holders } = await over()
  const [, b, c] = holders as [Holder, Holder, Holder]
  const seen = world.now + MINUTE
  ok(await world.activities(b.openid, 'scanVenue', { token: venueText(sessionId, seen), capturedAt: seen }))
  const { endAt = 0 } = (await sessionOf(sessionId)) ?? {}
  const task: Task = {
    _id: `FINISH:${sessionId}`,
    kind: 'FINISH',
    refId: sessionId,
    dueAt: endAt + DAY,
    setBy: '',
    cursor: '',
    text: '',
    tries: 0,
  }
  await world.add('tasks', [task])
  await world.cloud.clock.set(endAt + DAY + MINUTE)
  await world.cloud.timer('jobs')
  expect(await sessionOf(sessionId)).toMatchObject({ state: 'FINISHED', attended: 1, noShow: 1 })
  expect(await rowOfHolder(world, b)).toMatchObject({ state: 'PENDING', points: 0 })
  expect(await rowOfHolder(world, c)).toMatchObject({ state: 'NO_SHOW', points: 2 })
})

test('an attendance that was taken back is a no-show', async () => {
  const { staff, sessionId, holders } = await over(1)
  const [holder] = holders as [Holder]
  ok(await world.activities(staff, 'checkInUndo', { sessionId, rid: holder.rid, reason: '扫错人' }))
  expect(ok(await finish(staff, sessionId))).toMatchObject({ attended: 0, noShow: 1 })
  expect(await rowOfHolder(world, holder)).toMatchObject({ state: 'NO_SHOW', points: 2 })
})

test('who came to the door without a sign-up gets no points, whatever became of it', async () => {
  const { staff, sessionId } = await over(1)
  // the row of the scan was never written
  const lost = await hold(world, sessionId, 2, await someone(world), { at: world.now + 40 * MINUTE })
  expect(ok(await finish(staff, sessionId))).toMatchObject({ attended: 1, noShow: 0 })
  expect(await rowOfHolder(world, lost)).toBeUndefined()
})

test('an offer that nobody accepted, and a cancel that is not through, give no points', async () => {
  const { staff, sessionId, holders } = await over(2)
  const { openid } = holders[1]!
  ok(await world.activities(staff, 'checkIn', { sessionId, rid: holders[1]!.rid, reason: 'x' }))
  await setRow(world, holders[1]!, { state: 'CANCELLED' })
  await world.cloud.db
    .collection('places')
    .where({ holder: personId(openid) })
    .update({ step: 'HEAL', due: world.now + 30 * DAY })
  const offer = {
    capKey: placeId(sessionId, 3),
    state: 'OFFERED' as const,
    due: world.now + 30 * DAY,
    step: 'EXPIRE' as const,
  }
  const offered = await hold(world, sessionId, 3, await someone(world), offer)
  expect(ok(await finish(staff, sessionId))).toMatchObject({ attended: 1, noShow: 0 })
  expect(await rowOfHolder(world, offered)).toBeUndefined()
})

test('a walk has no door: nobody who took part in it is missing', async () => {
  const { staff, sessionId } = await over(2, { kind: 'WALK' })
  expect(ok(await finish(staff, sessionId))).toMatchObject({ attended: 1, noShow: 0 })
})

test('the point of a late cancel falls away when somebody else took the number before the start', async () => {
  const { staff, sessionId, holders } = await over(1)
  const late = (no: number, at: number) => ({
    _id: `su_late${sessionId}${no}`,
    personId: 'p_late',
    activityId: 'ac_x',
    sessionId,
    no,
    headcount: 1,
    state: 'LATE_CANCELLED',
    startAt: world.now + 30 * MINUTE,
    endAt: world.now + 90 * MINUTE,
    signedAt: 0,
    endedAt: at,
    points: 1,
    sources: [],
    walkIn: false,
  })
  await world.add('signups', [late(1, world.now - 2 * DAY), late(2, world.now - 2 * DAY)])
  ok(await finish(staff, sessionId))
  const rows = await world.cloud.find<{ no: number; points: number }>('signups', {
    personId: 'p_late',
    sessionId,
  })
  expect(rows.map(({ no, points }) => [no, points]).sort()).toEqual([
    [1, 0],
    [2, 1],
  ])
  expect(holders).toHaveLength(1)
})

test('the fourth point suspends: the next tick of the timer counts it', async () => {
  const { staff, sessionId, holders } = await over(2)
  const missing = holders[1]!
  await world.add('signups', [
    { _id: `su_before${sessionId}`, personId: personId(missing.openid), points: 2, endedAt: world.now - DAY },
  ])
  ok(await finish(staff, sessionId))
  await world.cloud.clock.advance(2 * MINUTE)
  await world.cloud.timer('jobs')
  const { me } = ok(await world.account(missing.openid, 'boot', {}))
  expect(me?.suspendedUntil).toBeGreaterThan(world.now + 29 * DAY)
  ok(await world.activities(staff, 'waiveStrike', { sessionId, rid: missing.rid, reason: '家中急事' }))
  const { me: forgiven } = ok(await world.account(missing.openid, 'boot', {}))
  expect(forgiven?.suspendedUntil ?? 0).toBeLessThan(world.now)
  await world.cloud.db
    .collection('signups')
    .where({ _id: `su_before${sessionId}` })
    .remove()
})

test('three hundred missing people cost a bounded number of calls', async () => {
  const { staff, sessionId } = await over(300)
  await world.cloud.stats.reset()
  expect(ok(await finish(staff, sessionId))).toMatchObject({ attended: 1, noShow: 299 })
  const { databaseCalls = 999 } = (await world.cloud.stats.read()).calls['activity.finish'] ?? {}
  expect(databaseCalls).toBeLessThanOrEqual(40)
  const rows = await everything<{ sessionId: string }>(world.cloud, 'signups')
  expect(rows.filter(row => row.sessionId === sessionId)).toHaveLength(300)
})

test('editors and staff with the roll of this union finish, others do not', async () => {
  const { sessionId, holders } = await over()
  expect(codeOf(await finish(await keeper(world, ['EDIT'], 'org_S1'), sessionId))).toBe('OUT_OF_SCOPE')
  expect(codeOf(await finish(await keeper(world, ['REPORT']), sessionId))).toBe('NO_PERMISSION')
  expect(codeOf(await finish(holders[0]!.openid, sessionId))).toBe('NO_PERMISSION')
  expect(codeOf(await finish(await keeper(world, ['EDIT']), sessionId))).toBe('OK')
})
