/** The timer's function dies after each of its database calls in turn: the next runs complete, and tell everybody once. */
import { taskOf } from '../../../cloudfunctions/_kit/tasks'
import type { Notice, Signup, Task, Trigger, Wait } from '../../../typings/documents'
import { brokenInvariants } from '../../support/invariants'
import type { World } from '../world'
import { ok, personId, startWorld } from '../world'
import { allow, HOUR, inbox, MINUTE, placesOf, sentTo, tick, tickLater } from './ticking'

let world: World
beforeEach(async () => {
  world = await startWorld({ instances: 1 })
})
afterEach(() => world.cloud.stop())

let count = 0
async function people(n: number): Promise<string[]> {
  const openids = Array.from({ length: n }, () => `worker-${++count}`)
  await world.people(openids)
  const templates = ['T_SIGNUP', 'T_CHANGE', 'T_REMIND', 'T_WAIT'] as const
  await Promise.all(openids.flatMap(openid => templates.map(template => allow(world, openid, template, 3))))
  return openids
}

const signUp = async (openid: string, sessionId: string) =>
  ok(await world.activities(openid, 'signUp', { sessionId, rulesVersion: 1 }))
const change = (collection: string, _id: string, fields: object) =>
  world.cloud.db.collection(collection).where({ _id }).update(fields)

/** Kills the run after its n-th call; true when it had so many. */
async function diesAfter(killAfterCall: number): Promise<boolean> {
  await world.cloud.faults.add({ function: 'jobs', killAfterCall })
  const died = await tick(world).then(
    () => false,
    () => true,
  )
  await world.cloud.faults.reset()
  return died
}

/** `arrange` makes the situation anew and answers what must have come of it, whoever died. Answers after how many calls one did. */
async function survives(arrange: () => Promise<() => Promise<void>>): Promise<number> {
  for (let call = 1; call <= 80; call++) {
    await world.cloud.clock.set(world.now)
    const after = await arrange()
    const died = await diesAfter(call)
    expect([call, await brokenInvariants(world.cloud)]).toEqual([call, []])
    await tickLater(world, MINUTE + 1000)
    await tickLater(world, 2 * MINUTE)
    await after()
    if (!died) return call - 1
    await clear()
  }
  throw new Error('it never came through')
}

/** A new situation begins with nothing due for a long time. */
async function clear() {
  const { command } = world.cloud.db
  for (const [name, field] of [
    ['places', 'due'],
    ['notices', 'dueAt'],
    ['tasks', 'dueAt'],
  ] as const)
    await world.cloud.db
      .collection(name)
      .where({ [field]: command.gt(0) })
      .update({ [field]: Number.MAX_SAFE_INTEGER })
}

async function toldOnce(openid: string, triggers: Trigger[]) {
  const all = await inbox(world, openid)
  expect(all.map(({ trigger }) => trigger).sort()).toEqual([...triggers].sort())
  expect(all.filter(({ result, dueAt }) => result === 'WAITING' || dueAt > 0)).toEqual([])
  const sent = await sentTo(world, openid)
  const messages = all.filter(({ template }) => template !== '')
  // one may be lost with the run that was about to send it; none is ever sent twice
  expect(sent.length).toBeLessThanOrEqual(messages.length)
  expect(sent.length).toBeGreaterThanOrEqual(messages.length - 1)
}

test('sign-ups are told of', async () => {
  const deaths = await survives(async () => {
    const openids = await people(3)
    const { sessionId } = await world.activity({ starts: [48] })
    for (const openid of openids) await signUp(openid, sessionId)
    return async () => {
      for (const openid of openids) await toldOnce(openid, ['SIGNED'])
      const places = (await placesOf(world, sessionId)).filter(({ holder }) => holder !== '')
      expect(places.map(({ step }) => step)).toEqual(['REMIND_DAY', 'REMIND_DAY', 'REMIND_DAY'])
    }
  })
  expect(deaths).toBeGreaterThan(10)
}, 180_000)

test('an activity is called off', async () => {
  const deaths = await survives(async () => {
    const [anna = '', bert = '', carl = ''] = await people(3)
    const { sessionId, activityId } = await world.activity({ starts: [48], places: 2 })
    await signUp(anna, sessionId)
    await signUp(bert, sessionId)
    ok(await world.activities(carl, 'waitJoin', { sessionId, rulesVersion: 1, autoAccept: false }))
    await clear()
    await world.add('tasks', [taskOf('CALL_OFF', activityId, world.now, '高温')])
    await change('activities', activityId, { state: 'CALLED_OFF', listed: false, reason: '高温' })
    return async () => {
      for (const openid of [anna, bert, carl]) await toldOnce(openid, ['CALLED_OFF'])
      const rows = await world.cloud.find<Signup>('signups', { sessionId })
      expect(rows.map(({ state, points }) => [state, points])).toEqual([
        ['CALLED_OFF', 0],
        ['CALLED_OFF', 0],
      ])
      expect(await world.cloud.find<Wait>('waits', { sessionId })).toMatchObject([{ state: 'LAPSED' }])
      expect(await world.cloud.find<Task>('tasks', { refId: activityId })).toMatchObject([{ dueAt: 0 }])
    }
  })
  expect(deaths).toBeGreaterThan(15)
}, 300_000)

/** A full session that anna holds and bert waits for; nothing of it is due. */
async function withQueue(hours: number) {
  const [anna = '', bert = ''] = await people(2)
  const { sessionId } = await world.activity({ starts: [hours], places: 1 })
  await signUp(anna, sessionId)
  ok(await world.activities(bert, 'waitJoin', { sessionId, rulesVersion: 1, autoAccept: false }))
  await clear()
  return { anna, bert, sessionId }
}

test('holders and waiters are told of a change', async () => {
  const deaths = await survives(async () => {
    const { anna, bert, sessionId } = await withQueue(48)
    await world.add('tasks', [taskOf('CHANGED', sessionId, world.now, '地点改为三层')])
    return async () => {
      await toldOnce(anna, ['CHANGED'])
      await toldOnce(bert, ['CHANGED'])
    }
  })
  expect(deaths).toBeGreaterThan(10)
}, 300_000)

test('a session begins while a place is offered', async () => {
  const deaths = await survives(async () => {
    const { anna, bert, sessionId } = await withQueue(2)
    ok(await world.activities(anna, 'cancel', { sessionId }))
    await clear()
    await change('sessions', sessionId, { startAt: world.now - 1000, closeAt: world.now - 1000 })
    await world.add('tasks', [taskOf('LAPSE', sessionId, world.now)])
    return async () => {
      expect(await world.cloud.find<Wait>('waits', { sessionId })).toMatchObject([{ state: 'LAPSED' }])
      expect(await placesOf(world, sessionId)).toMatchObject([{ state: 'FREE', holder: '' }])
      await toldOnce(bert, ['OFFER_EXPIRED'])
    }
  })
  expect(deaths).toBeGreaterThan(7)
}, 300_000)

test('a cancel that nobody came back to is completed, and the next in line is told', async () => {
  const deaths = await survives(async () => {
    const { anna, bert, sessionId } = await withQueue(72)
    const [place] = await placesOf(world, sessionId)
    const row: Partial<Signup> = {
      ...{ _id: `su_${place?.rid}`, personId: personId(anna), sessionId, state: 'CANCELLED', points: 0 },
      ...{ no: 1, startAt: place?.startAt, endAt: place?.endAt, endedAt: world.now, sources: [] },
    }
    await world.add('signups', [row])
    await change('places', `${sessionId}/1`, { step: 'HEAL', due: world.now })
    return async () => {
      expect(await placesOf(world, sessionId)).toMatchObject([{ holder: personId(bert), state: 'OFFERED' }])
      await toldOnce(bert, ['OFFERED'])
      await toldOnce(anna, [])
    }
  })
  expect(deaths).toBeGreaterThan(10)
}, 300_000)

test('reminders of many, with two runs at once all the way', async () => {
  const openids = await people(12)
  const { sessionId } = await world.activity({ starts: [48], places: 12 })
  for (const openid of openids) await signUp(openid, sessionId)
  const both = () => Promise.all([tick(world), tick(world)])
  await both()
  await world.cloud.clock.set(world.now + 24 * HOUR)
  await both()
  await both()
  for (const openid of openids) {
    await toldOnce(openid, ['SIGNED', 'REMIND_DAY'])
    expect(await sentTo(world, openid)).toHaveLength(2)
  }
  const all = await world.cloud.find<Notice>('notices', {})
  expect(all).toHaveLength(24)
}, 60_000)
