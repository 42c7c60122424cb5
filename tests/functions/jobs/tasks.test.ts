/** Work that waits for its time, or that a write left behind: done once its time has come, and told once. */
import { taskOf } from '../../../cloudfunctions/_kit/tasks'
import { freePlace, nobody } from '../../../cloudfunctions/_kit/places/place'
import type { Activity, Place, Session, Signup, Task, TaskKind, Wait } from '../../../typings/documents'
import { fullTime } from '../../../miniprogram/shared/time'
import { brokenInvariants, everything } from '../../support/invariants'
import type { ActivityOptions, World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'
import { HOUR, inbox, MINUTE, placesOf, tick, tickLater } from './ticking'

let world: World
beforeAll(async () => {
  world = await startWorld({ instances: 2 })
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.clock.set(world.now))

let count = 0
async function people(n: number): Promise<string[]> {
  const openids = Array.from({ length: n }, () => `worker-${++count}`)
  await world.people(openids)
  return openids
}

/** An activity whose first places these people hold. */
async function heldBy(openids: string[], options: ActivityOptions = {}) {
  const made = await world.activity(options)
  for (const openid of openids)
    ok(await world.activities(openid, 'signUp', { sessionId: made.sessionId, rulesVersion: 1 }))
  return made
}

const set = (kind: TaskKind, refId: string, dueAt = world.now, text = '') =>
  world.add('tasks', [taskOf(kind, refId, dueAt, text)])
const change = (collection: string, _id: string, fields: object) =>
  world.cloud.db.collection(collection).where({ _id }).update(fields)
const task = async (_id: string) => (await world.cloud.find<Task>('tasks', { _id }))[0]
const rows = (sessionId: string) => world.cloud.find<Signup>('signups', { sessionId })
const one = async <T>(collection: string, _id: string) => (await world.cloud.find<T>(collection, { _id }))[0]
const wait = async (openid: string, sessionId: string) =>
  ok(await world.activities(openid, 'waitJoin', { sessionId, rulesVersion: 1, autoAccept: false }))
const waits = (sessionId: string) => world.cloud.find<Wait>('waits', { sessionId })

test('a session that staff forgot is finished a day after its end', async () => {
  const [anna = ''] = await people(1)
  const { sessionId, activityId } = await heldBy([anna], { starts: [3] })
  await set('FINISH', sessionId, world.now + HOUR)
  await tickLater(world, HOUR)
  expect(await task(`FINISH:${sessionId}`)).toMatchObject({ dueAt: world.now + 28 * HOUR, tries: 0 })
  expect(await rows(sessionId)).toEqual([])
  await tickLater(world, 27 * HOUR)
  expect(await rows(sessionId)).toMatchObject([{ state: 'NO_SHOW', points: 2 }])
  expect(await inbox(world, anna, 'POINTS')).toHaveLength(1)
  expect(await one<Session>('sessions', sessionId)).toMatchObject({ state: 'FINISHED', noShow: 1 })
  expect(await one<Activity>('activities', activityId)).toMatchObject({ state: 'FINISHED' })
  expect(await task(`FINISH:${sessionId}`)).toMatchObject({ dueAt: 0 })
})

test('when a session begins its queue ends, and what was offered is free', async () => {
  const [anna = '', bert = '', carl = ''] = await people(3)
  const { sessionId } = await heldBy([anna], { starts: [3], places: 1 })
  await wait(bert, sessionId)
  await wait(carl, sessionId)
  ok(await world.activities(anna, 'cancel', { sessionId }))
  await set('LAPSE', sessionId, world.now + HOUR)
  await tickLater(world, 10 * MINUTE)
  expect(await placesOf(world, sessionId)).toMatchObject([{ state: 'OFFERED', holder: personId(bert) }])
  await change('places', `${sessionId}/1`, { due: world.now + 4 * HOUR, offerUntil: world.now + 4 * HOUR })
  await tickLater(world, HOUR)
  expect((await waits(sessionId)).map(({ state }) => state)).toEqual(['OFFERED', 'WAITING'])
  await world.cloud.clock.set(world.now + 3 * HOUR)
  await tick(world)
  expect((await waits(sessionId)).map(({ state }) => state)).toEqual(['LAPSED', 'LAPSED'])
  expect(await placesOf(world, sessionId)).toMatchObject([{ state: 'FREE', holder: '' }])
  expect(await inbox(world, bert, 'OFFER_EXPIRED')).toHaveLength(1)
  expect(await inbox(world, carl, 'OFFER_EXPIRED')).toEqual([])
  expect(await brokenInvariants(world.cloud)).toEqual([])
})

test('an activity that is called off ends every holding without points, tells everybody and frees their day', async () => {
  const [anna = '', bert = '', carl = ''] = await people(3)
  const { sessionId, activityId } = await heldBy([anna, bert], { places: 2, title: '羽毛球' })
  await wait(carl, sessionId)
  const [first] = await placesOf(world, sessionId)
  const there: Partial<Signup> = {
    _id: `su_${first?.rid}`,
    personId: personId(anna),
    sessionId,
    state: 'ATTENDED',
  }
  await world.add('signups', [there])
  await set('CALL_OFF', activityId, world.now, '高温预警')
  await change('activities', activityId, { state: 'CALLED_OFF', listed: false, reason: '高温预警' })
  await tick(world)
  expect((await rows(sessionId)).map(({ state }) => state).sort()).toEqual(['ATTENDED', 'CALLED_OFF'])
  expect(await inbox(world, anna, 'CALLED_OFF')).toEqual([])
  for (const openid of [bert, carl])
    expect(await inbox(world, openid, 'CALLED_OFF')).toMatchObject([
      { body: '“羽毛球”（2026年9月17日 10:00）已取消：高温预警。不记分，欢迎参加其他活动。' },
    ])
  expect(await waits(sessionId)).toMatchObject([{ state: 'LAPSED' }])
  expect(await one<Session>('sessions', sessionId)).toMatchObject({ state: 'CALLED_OFF' })
  expect((await placesOf(world, sessionId)).map(({ holder }) => holder)).toEqual([anna, bert].map(personId))
  expect(await brokenInvariants(world.cloud)).toEqual([])
  for (const starts of [[24], [26]]) {
    const other = await world.activity({ starts })
    ok(await world.activities(bert, 'signUp', { sessionId: other.sessionId, rulesVersion: 1 }))
  }
})

test('a no-show of what is called off in the same hour is none: the points fall away', async () => {
  const [anna = ''] = await people(1)
  const { activityId, sessionId } = await heldBy([anna])
  const { rid = '' } = (await world.place(`${sessionId}/1`)) ?? {}
  const missing = { state: 'NO_SHOW', points: 2, endedAt: world.now, signedAt: 1, sources: [], walkIn: false }
  const row = { _id: `su_${rid}`, personId: personId(anna), activityId, sessionId, no: 1, headcount: 1 }
  await world.add('signups', [{ ...row, ...missing, startAt: 1, endAt: 2 }])
  await change('sessions', sessionId, { state: 'CALLED_OFF' })
  await set('CALL_OFF', sessionId, world.now, '停电')
  await tick(world)
  expect(await rows(sessionId)).toMatchObject([{ state: 'CALLED_OFF', points: 0 }])
  expect(await task(`SUSPEND:${personId(anna)}`)).toMatchObject({ dueAt: expect.any(Number), tries: 0 })
  expect(await inbox(world, anna, 'CALLED_OFF')).toHaveLength(1)
})

test('calling off one session leaves the others alone', async () => {
  const [anna = '', bert = ''] = await people(2)
  const { sessionIds } = await heldBy([anna], { starts: [24, 48] })
  const [gone = '', stays = ''] = sessionIds
  ok(await world.activities(bert, 'signUp', { sessionId: stays, rulesVersion: 1 }))
  await set('CALL_OFF', gone, world.now, '停电')
  await change('sessions', gone, { state: 'CALLED_OFF' })
  await tick(world)
  expect(await rows(gone)).toMatchObject([{ state: 'CALLED_OFF', personId: personId(anna) }])
  expect(await rows(stays)).toEqual([])
  expect(await inbox(world, bert, 'CALLED_OFF')).toEqual([])
})

test('what was never called off ends for nobody', async () => {
  const [anna = ''] = await people(1)
  const { sessionId, activityId } = await heldBy([anna])
  await set('CALL_OFF', activityId)
  await tick(world)
  expect(await rows(sessionId)).toEqual([])
  expect(await task(`CALL_OFF:${activityId}`)).toMatchObject({ dueAt: 0 })
})

test('a call-off of today is told at night, one of another day in the morning', async () => {
  const [anna = '', bert = ''] = await people(2)
  const today = await heldBy([anna], { starts: [13] })
  const later = await heldBy([bert], { starts: [48] })
  await world.cloud.clock.set(world.now + 12 * HOUR)
  for (const { activityId } of [today, later]) {
    await set('CALL_OFF', activityId)
    await change('activities', activityId, { state: 'CALLED_OFF', reason: '高温' })
  }
  await tick(world)
  const [urgent] = await inbox(world, anna, 'CALLED_OFF')
  const [calm] = await inbox(world, bert, 'CALLED_OFF')
  expect(urgent).toMatchObject({ result: 'INBOX' })
  expect(calm).toMatchObject({ result: 'WAITING' })
  expect(fullTime(calm?.dueAt ?? 0)).toBe('2026年9月17日 08:00')
})

test('three hundred holders are told of a change once each, and who cancelled is not', async () => {
  const { sessionId: pool, activityId: refId } = await world.activity({ places: 0, starts: [48] })
  const from = { pool, refId, segments: [], maxNo: 300, startAt: 0, endAt: 0 }
  const held = Array.from({ length: 300 }, (_, i): Place => ({
    ...freePlace(from, i + 1),
    ...{ holder: `p_change${i}`, nth: 0, rid: `c${i}`, capKey: `p_change${i}|x`, state: 'HELD' },
  }))
  await world.add('places', held)
  await world.add('signups', [{ _id: 'su_c7', sessionId: pool, state: 'CANCELLED', points: 0 }])
  const [carl = ''] = await people(1)
  const entry = {
    _id: `${pool}/w1`,
    sessionId: pool,
    personId: personId(carl),
    state: 'WAITING',
    n: 1,
    liveKey: 'x',
  }
  await world.add('waits', [entry])
  await set('CHANGED', pool, world.now, '地点改为三层')
  await Promise.all([tick(world), tick(world)])
  await tickLater(world, 2 * MINUTE)
  const told = await world.cloud.find<{ _id: string; body: string }>('notices', { trigger: 'CHANGED' })
  expect(told).toHaveLength(300)
  expect(told.find(({ _id }) => _id.includes('p_change7_'))).toBeUndefined()
  expect(await inbox(world, carl)).toMatchObject([
    { body: expect.stringContaining('有变动：地点改为三层。如不便参加可免责取消。') as string },
  ])
  await world.cloud.db.collection('waits').where({ _id: entry._id }).remove()
  for (const { _id } of held) await world.cloud.db.collection('places').where({ _id }).remove()
})

test('a change that is not in force yet is told when it is', async () => {
  const [anna = ''] = await people(1)
  const { activityId, sessionId } = await heldBy([anna])
  await change('activities', activityId, { applying: true })
  await set('CHANGED', activityId, world.now, '名称改为“乙”')
  await tick(world)
  expect(await inbox(world, anna, 'CHANGED')).toEqual([])
  await change('activities', activityId, { applying: false })
  await tickLater(world, MINUTE + 1000)
  expect(await inbox(world, anna, 'CHANGED')).toHaveLength(1)
  expect(await rows(sessionId)).toEqual([])
})

test('points that changed suspend, and lift it again', async () => {
  const [anna = ''] = await people(1)
  const { sessionId } = await world.activity()
  const rowIds = [1, 2].map(n => `su_points${n}`)
  const strike = {
    personId: personId(anna),
    sessionId: 'se_past',
    state: 'NO_SHOW',
    points: 2,
    endedAt: world.now - HOUR,
  }
  await world.add(
    'signups',
    rowIds.map(_id => ({ _id, ...strike })),
  )
  await set('SUSPEND', personId(anna))
  await tick(world)
  const signUp = () => world.activities(anna, 'signUp', { sessionId, rulesVersion: 1 })
  expect(codeOf(await signUp())).toBe('SUSPENDED_NOSHOW')
  await change('signups', rowIds[0] ?? '', { points: 0 })
  await change('tasks', `SUSPEND:${personId(anna)}`, { dueAt: world.now })
  await tickLater(world, MINUTE)
  expect(codeOf(await signUp())).toBe('OK')
})

test('a free place beside a queue is offered', async () => {
  const [anna = '', bert = ''] = await people(2)
  const { sessionId } = await heldBy([anna], { places: 1, starts: [72] })
  await wait(bert, sessionId)
  const _id = `${sessionId}/1`
  await change('places', _id, nobody({ _id, no: 1 }))
  await set('SETTLE', sessionId)
  await tick(world)
  expect(await placesOf(world, sessionId)).toMatchObject([{ state: 'OFFERED', holder: personId(bert) }])
  expect(await inbox(world, bert, 'OFFERED')).toHaveLength(1)
})

test('what people answered is erased ninety days after the end, not before', async () => {
  const [anna = ''] = await people(1)
  const { sessionId, activityId } = await heldBy([anna], { starts: [3] })
  const answers = { kid: 'k1', iv: 'a', ct: 'b', tag: 'c' }
  await change('places', `${sessionId}/1`, { answers: world.cloud.db.command.set(answers) })
  await world.add('waits', [
    {
      ...{
        _id: `${sessionId}/w1`,
        sessionId,
        activityId,
        n: 1,
        personId: personId(anna),
        state: 'LEFT',
        answers,
      },
      ...{ liveKey: `${sessionId}/w1`, rid: '', at: 1, startAt: 1, endAt: 2, endedAt: 1 },
    },
  ])
  await set('FORGET', sessionId, world.now + HOUR)
  await tickLater(world, HOUR)
  expect(await placesOf(world, sessionId)).toContainEqual(expect.objectContaining({ answers }))
  expect(await waits(sessionId)).toMatchObject([{ answers }])
  await tickLater(world, 4 * HOUR + 90 * 24 * HOUR)
  expect((await placesOf(world, sessionId)).map(({ answers }) => answers)).toEqual(Array(5).fill(null))
  expect(await waits(sessionId)).toMatchObject([{ answers: null }])
})

test('a task that fails waits ever longer, and the others are done', async () => {
  const [anna = ''] = await people(1)
  const bad = await world.activity()
  const draft = world.cloud.db.command.set({ orgId: 'org_none', sessions: [] })
  await change('activities', bad.activityId, { applying: true, draft })
  const { sessionId } = await heldBy([anna], { starts: [3] })
  await set('APPLY', bad.activityId)
  await set('LAPSE', sessionId)
  await tick(world)
  expect(await task(`LAPSE:${sessionId}`)).toMatchObject({ dueAt: world.now + 3 * HOUR })
  const first = await task(`APPLY:${bad.activityId}`)
  expect(first?.tries).toBe(1)
  await tickLater(world, 2 * MINUTE)
  const second = await task(`APPLY:${bad.activityId}`)
  const { now } = await world.cloud.clock.read()
  expect(second?.tries).toBe(2)
  expect((second?.dueAt ?? 0) - now).toBeGreaterThan(MINUTE)
  expect(world.cloud.lines.some(line => line.includes(`"failed":"APPLY:${bad.activityId}"`))).toBe(true)
})

test('nothing that was told names a person in the log', async () => {
  const lines = world.cloud.lines.filter(line => line.startsWith('[jobs]'))
  expect(lines.filter(line => /p_[0-9A-Z]{26}/.test(line))).toEqual([])
  expect(await everything(world.cloud, 'notices')).not.toEqual([])
})
