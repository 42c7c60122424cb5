import type { Activity, Notice, Place, Session, Task } from '../../../typings/documents'
import { approvalIdOf, change, HOUR, sessionIn, submitted } from '../drafts'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.orgs()
  await world.people(['dong', 'anna', 'bert'])
  await world.grant('dong', ['EDIT', 'ROLL'], 'org_S2')
  await world.grant('he', ['APPROVE'])
})
afterAll(() => world.cloud.stop())

const stored = async (_id: string) => (await world.cloud.find<Activity>('activities', { _id }))[0]
const sessionsOf = async (activityId: string) =>
  (await world.cloud.find<Session>('sessions', { activityId })).sort((a, b) => a.startAt - b.startAt)
const task = async (_id: string) => (await world.cloud.find<Task>('tasks', { _id }))[0]
const callOff = (activityId: string, reason = '场地检修', sessionId?: string) =>
  world.activities('dong', 'callOff', { activityId, reason, ...(sessionId && { sessionId }) })

/** Two sessions; Anna and Bert are in the first, Anna in the second. */
async function published() {
  const { activityId, sessions } = await submitted(world, 'dong', {
    sessions: [sessionIn(30, world.now), sessionIn(60, world.now)],
  })
  const [first = '', second = ''] = sessions.map(({ sessionId }) => sessionId)
  await world.cloud.db.collection('places').where({ holder: 'none' }).remove()
  const people = [`a-${activityId}`, `b-${activityId}`] as const
  await world.people([...people])
  for (const openid of people)
    ok(await world.activities(openid, 'signUp', { sessionId: first, rulesVersion: 1 }))
  ok(await world.activities(people[0], 'signUp', { sessionId: second, rulesVersion: 1 }))
  return { activityId, first, second, people }
}

test('the whole activity: nobody signs up any more, it leaves the list, and can still be read', async () => {
  const { activityId, first, second } = await published()
  expect(ok(await callOff(activityId))).toEqual({ affected: 3 })
  expect(await stored(activityId)).toMatchObject({
    state: 'CALLED_OFF',
    listed: false,
    reason: '场地检修',
    times: [{ state: 'CALLED_OFF' }, { state: 'CALLED_OFF' }],
  })
  expect((await sessionsOf(activityId)).map(({ state }) => state)).toEqual(['CALLED_OFF', 'CALLED_OFF'])
  for (const sessionId of [first, second])
    expect(codeOf(await world.activities('anna', 'signUp', { sessionId, rulesVersion: 1 }))).toBe('CLOSED')
  expect(ok(await world.activities('anna', 'detail', { activityId })).phase).toBe('CALLED_OFF')
  expect(await task(`CALL_OFF:${activityId}`)).toMatchObject({ text: '场地检修' })
})

test('asked again it answers the same, whatever has become of the holders', async () => {
  const { activityId, first } = await published()
  ok(await callOff(activityId))
  await world.cloud.clock.advance(2 * 60_000)
  await world.cloud.timer('jobs')
  expect(ok(await callOff(activityId, '再次'))).toEqual({ affected: 3 })
  expect((await stored(activityId))?.reason).toBe('场地检修')
  expect(await world.cloud.count('signups', { activityId, state: 'CALLED_OFF', points: 0 })).toBe(3)
  expect(ok(await callOff(activityId, '一场', first))).toEqual({ affected: 0 })
  await world.cloud.clock.set(world.now)
})

test('one session: the other goes on, and the card shows it', async () => {
  const { activityId, first, second } = await published()
  expect(ok(await callOff(activityId, '停电', first))).toEqual({ affected: 2 })
  expect(ok(await callOff(activityId, '停电', first))).toEqual({ affected: 2 })
  expect(await stored(activityId)).toMatchObject({
    state: 'PUBLISHED',
    startAt: world.now + 60 * HOUR,
    times: [{ state: 'CALLED_OFF' }, { state: 'ON' }],
  })
  const detail = ok(await world.activities('anna', 'detail', { activityId }))
  expect(detail.sessions.map(({ phase }) => phase)).toEqual(['CALLED_OFF', 'OPEN'])
  expect(codeOf(await world.activities('anna', 'signUp', { sessionId: first, rulesVersion: 1 }))).toBe(
    'CLOSED',
  )
  expect(codeOf(await world.activities('anna', 'signUp', { sessionId: second, rulesVersion: 1 }))).toBe('OK')
  expect((await task(`CALL_OFF:${first}`))?.text).toBe('停电')
  const { items } = ok(await world.activities('anna', 'list', { kind: 'LECTURE' }))
  expect(items.find(item => item.activityId === activityId)?.startAt).toBe(world.now + 60 * HOUR)
})

test('with its last session the activity is called off too; with one that was held it is finished', async () => {
  const both = await published()
  ok(await callOff(both.activityId, '停电', both.first))
  ok(await callOff(both.activityId, '停电', both.second))
  expect(await stored(both.activityId)).toMatchObject({ state: 'CALLED_OFF', listed: false, affected: 3 })
  const held = await published()
  await world.cloud.db.collection('sessions').doc(held.first).update({ state: 'FINISHED' })
  ok(await callOff(held.activityId, '停电', held.second))
  expect(await stored(held.activityId)).toMatchObject({
    state: 'FINISHED',
    times: [{ state: 'FINISHED' }, { state: 'CALLED_OFF' }],
  })
})

test('a reason is needed', async () => {
  const { activityId } = await published()
  expect(codeOf(await callOff(activityId, '  '))).toBe('REASON_REQUIRED')
  expect((await stored(activityId))?.state).toBe('PUBLISHED')
})

test('what is over, finished or not there is not called off', async () => {
  const { activityId, first, second } = await published()
  expect(codeOf(await callOff(activityId, '停电', 'se_01TEST00000000000000009999'))).toBe('NOT_FOUND')
  expect(codeOf(await callOff('ac_01TEST00000000000000009999'))).toBe('NOT_FOUND')
  await world.cloud.db.collection('sessions').doc(second).update({ state: 'FINISHED' })
  expect(codeOf(await callOff(activityId, '停电', second))).toBe('STATE_CHANGED')
  await world.cloud.clock.set(world.now + 40 * HOUR)
  expect(codeOf(await callOff(activityId, '停电', first))).toBe('STATE_CHANGED')
  expect(codeOf(await callOff(activityId))).toBe('STATE_CHANGED')
  await world.cloud.clock.set(world.now)
})

test('nor by other staff', async () => {
  const { activityId } = await world.activity()
  expect(codeOf(await callOff(activityId))).toBe('OUT_OF_SCOPE')
  expect(codeOf(await world.activities('he', 'callOff', { activityId, reason: '停电' }))).toBe(
    'NO_PERMISSION',
  )
})

test('changes that wait for approval go with it', async () => {
  const editable = await submitted(world, 'dong')
  const { activityId, rev } = ok(await change(world, 'dong', editable, { budgetFen: 100 }))
  const waiting = ok(await world.activities('dong', 'submit', { activityId, rev }))
  ok(await callOff(activityId))
  const decided = await world.activities('he', 'decide', { approvalId: approvalIdOf(waiting), agree: true })
  expect(codeOf(decided)).toBe('APPROVAL_STALE')
  expect((await stored(activityId))?.state).toBe('CALLED_OFF')
})

test('what waited for approval waits no more', async () => {
  const editable = await submitted(world, 'dong')
  const { activityId, rev } = ok(await change(world, 'dong', editable, { budgetFen: 100 }))
  const waiting = ok(await world.activities('dong', 'submit', { activityId, rev }))
  ok(await callOff(activityId))
  const _id = approvalIdOf(waiting)
  expect(await world.cloud.find('approvals', { _id })).toMatchObject([{ state: 'VOID' }])
})

test('what waited for approval waits no more either when the last session is called off; who asked is told', async () => {
  const editable = await submitted(world, 'dong')
  const [{ sessionId } = { sessionId: '' }] = editable.sessions
  const { activityId, rev } = ok(await change(world, 'dong', editable, { budgetFen: 100 }))
  const waiting = ok(await world.activities('dong', 'submit', { activityId, rev }))
  ok(await callOff(activityId, '停电', sessionId))
  expect(await stored(activityId)).toMatchObject({ state: 'CALLED_OFF', draft: null })
  const _id = approvalIdOf(waiting)
  expect(await world.cloud.find('approvals', { _id })).toMatchObject([{ state: 'VOID' }])
  const notice = { _id: `nt_${personId('dong')}_APPROVAL_DONE_${_id}` }
  const [told] = await world.cloud.find<Notice>('notices', notice)
  expect(told?.body).toContain('已退回：活动已经取消')
})

test('a holder may still cancel freely before the holding is closed', async () => {
  const { activityId, first, people } = await published()
  ok(await callOff(activityId))
  expect(ok(await world.activities(people[1], 'cancel', { sessionId: first }))).toMatchObject({ points: 0 })
  const places = await world.cloud.find<Place>('places', { pool: first, state: 'HELD' })
  expect(places).toHaveLength(1)
})
