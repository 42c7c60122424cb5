import type { Place, Signup } from '../../../typings/documents'
import type { World } from '../world'
import { codeOf, ok, startWorld } from '../world'
import { queues } from './queue'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.people(['anna', 'bert'])
})
afterAll(() => world.cloud.stop())

const detail = async (activityId: string, openid = 'a-guest') =>
  ok(await world.activities(openid, 'detail', { activityId }))
const signUp = (openid: string, sessionId: string) =>
  world.activities(openid, 'signUp', { sessionId, rulesVersion: 1 })

test('a guest sees sessions in order, with what is left of each and of each segment', async () => {
  const segments = [
    { key: 'new', label: '新就业形态', from: 1, to: 3, employments: ['RIDER' as const] },
    { key: 'all', label: '通用', from: 4, to: 5, employments: [] },
  ]
  const { activityId, sessionIds } = await world.activity({ starts: [24, 30], places: 5, segments })
  const [first = '', second = ''] = sessionIds
  ok(await signUp('anna', first))
  const { sessions } = await detail(activityId)
  expect(sessions.map(({ sessionId, left, capacity }) => [sessionId, left, capacity])).toEqual([
    [first, 4, 5],
    [second, 5, 5],
  ])
  expect(sessions[0]?.segments).toEqual([
    { key: 'new', label: '新就业形态', left: 3, capacity: 3 },
    { key: 'all', label: '通用', left: 1, capacity: 2 },
  ])
})

test('the caller sees their own number, and nothing of others', async () => {
  const { activityId, sessionId } = await world.activity({ starts: [48] })
  ok(await signUp('anna', sessionId))
  ok(await signUp('bert', sessionId))
  const [own] = (await detail(activityId, 'bert')).sessions
  expect(own?.mine).toEqual({ no: 2 })
  const guest = await detail(activityId)
  expect(guest.sessions[0]).not.toHaveProperty('mine')
  expect(JSON.stringify(guest)).not.toMatch(/p_[0-9A-Z]{26}/)
})

test('what was called off or is over still opens, what nobody published does not', async () => {
  const off = await world.activity({ state: 'CALLED_OFF', listed: false })
  const done = await world.activity({ state: 'FINISHED', listed: false, starts: [-30] })
  const draft = await world.activity({ state: 'DRAFT', listed: false })
  const review = await world.activity({ state: 'REVIEWING', listed: false })
  expect((await detail(off.activityId)).phase).toBe('CALLED_OFF')
  expect((await detail(off.activityId)).sessions[0]?.phase).toBe('CALLED_OFF')
  expect((await detail(done.activityId)).phase).toBe('ENDED')
  for (const { activityId } of [draft, review, { activityId: 'ac_01TEST00000000000000009999' }])
    expect(codeOf(await world.activities('a-guest', 'detail', { activityId }))).toBe('NOT_FOUND')
})

describe('a queue', () => {
  const sessionOf = async (activityId: string, openid?: string) =>
    (await detail(activityId, openid)).sessions[0]

  test('is told of where no place is left, with the reader’s own number', async () => {
    const q = queues(world)
    const { activityId, sessionId, waiting } = await q.full({}, 2)
    const [first = '', second = ''] = waiting
    const guest = await sessionOf(activityId)
    expect(guest).toMatchObject({ left: 0, waiting: 2 })
    expect(guest).not.toHaveProperty('wait')
    expect(await sessionOf(activityId, second)).toMatchObject({
      waiting: 2,
      wait: { waitNo: 2, ahead: 1, autoAccept: false },
    })
    ok(await q.leave(first, sessionId))
    expect(await sessionOf(activityId, second)).toMatchObject({ waiting: 1, wait: { waitNo: 2, ahead: 0 } })
  })

  test('shows the offer to whom it is made, and to nobody else', async () => {
    const q = queues(world)
    const { activityId, sessionId, holder, waiting } = await q.full({ starts: [96] }, 2)
    const [first = '', second = ''] = waiting
    ok(await q.cancel(holder, sessionId))
    const own = await sessionOf(activityId, first)
    expect(own?.wait?.offer).toEqual({ no: 1, until: expect.any(Number) })
    expect(own).not.toHaveProperty('mine')
    expect((await sessionOf(activityId, second))?.wait).not.toHaveProperty('offer')
    ok(await q.answer(first, sessionId, true))
    const held = await sessionOf(activityId, first)
    expect(held).toMatchObject({ mine: { no: 1 }, waiting: 1 })
    expect(held).not.toHaveProperty('wait')
  })

  test('says how long an offer stands, by the settings in force', async () => {
    const { activityId } = await queues(world).full({}, 1)
    expect(await detail(activityId)).toMatchObject({ offerMin: { usual: 120, near: 20 } })
    await world.add('settings', [{ _id: 'wait.offerMin', value: 90, byId: 'p_1' }])
    await world.cloud.clock.advance(2 * 60_000)
    expect(await detail(activityId)).toMatchObject({ offerMin: { usual: 90, near: 20 } })
    const { activityId: roomy } = await world.activity({ starts: [72] })
    expect(await detail(roomy)).not.toHaveProperty('offerMin')
  })

  test('of one kind of people is told to who is in it, while others still find a place', async () => {
    const q = queues(world)
    const segments = [
      { key: 'new', label: '骑手', from: 1, to: 1, employments: ['RIDER' as const] },
      { key: 'all', label: '通用', from: 2, to: 2, employments: [] },
    ]
    const { activityId, sessionId } = await world.activity({ starts: [72], places: 2, segments })
    const [clerk, late] = [await q.someone(), await q.someone()]
    ok(await q.signUp(clerk, sessionId))
    ok(await q.join(late, sessionId))
    const own = await sessionOf(activityId, late)
    expect(own).toMatchObject({ left: 1, wait: { waitNo: 1, ahead: 0 } })
    expect(own).not.toHaveProperty('waiting')
  })

  test('of an open house or a draw is none', async () => {
    for (const mode of ['OPEN', 'DRAW'] as const) {
      const { activityId } = await world.activity({ mode, places: 0 })
      expect(await sessionOf(activityId)).not.toHaveProperty('waiting')
    }
  })
})

test('what was withdrawn counts neither as a place nor as one of its segment', async () => {
  const segments = [
    { key: 'new', label: '骑手', from: 1, to: 2, employments: ['RIDER' as const], blocked: 1 },
    { key: 'all', label: '通用', from: 3, to: 4, employments: [] },
    { key: 'new', label: '骑手', from: 5, to: 5, employments: ['RIDER' as const] },
  ]
  const { activityId } = await world.activity({ places: 5, segments, session: { blocked: 1 } })
  const [session] = (await detail(activityId)).sessions
  expect(session).toMatchObject({ capacity: 4 })
  expect(session?.segments.map(({ key, capacity }) => [key, capacity])).toEqual([
    ['new', 2],
    ['all', 2],
  ])
})

describe('who was there', () => {
  const placeOf = async (sessionId: string): Promise<Place> => {
    const [place] = await world.cloud.find<Place>('places', { pool: sessionId, state: 'HELD' })
    if (!place) throw new Error('nobody holds a place')
    return place
  }
  const row = async (sessionId: string, state: Signup['state']) => {
    const { rid, holder, refId, no, startAt, endAt } = await placeOf(sessionId)
    await world.add('signups', [
      {
        ...{ _id: `su_${rid}`, personId: holder, activityId: refId, sessionId, no, headcount: 1, state },
        ...{ startAt, endAt, signedAt: 1, endedAt: startAt, points: 0, sources: [], walkIn: false },
      },
    ])
    return startAt
  }
  const mine = async (activityId: string, openid: string) =>
    (await detail(activityId, openid)).sessions[0]?.mine

  test('is told so on any phone; others are not', async () => {
    const { activityId, sessionId, holder } = await queues(world).full({ starts: [0.5], places: 1 })
    expect(await mine(activityId, holder)).toEqual({ no: 1 })
    const at = await row(sessionId, 'ATTENDED')
    expect(await mine(activityId, holder)).toEqual({ no: 1, checkedInAt: at })
    expect(await mine(activityId, 'a-guest')).toBeUndefined()
  })

  test('and whom staff have still to accept, or whose attendance was taken back, is not taken for one', async () => {
    const pending = await queues(world).full({ starts: [0.5], places: 1 })
    await row(pending.sessionId, 'PENDING')
    expect(await mine(pending.activityId, pending.holder)).toEqual({ no: 1, pending: true })
    const undone = await queues(world).full({ starts: [0.5], places: 1 })
    await row(undone.sessionId, 'VOID')
    expect(await mine(undone.activityId, undone.holder)).toEqual({ no: 1 })
  })
})

describe('it costs', () => {
  const spread = async (activityId: string, openid?: string) => {
    await world.cloud.stats.reset()
    for (let i = 0; i < 3; i++) await detail(activityId, openid)
    const { calls } = await world.cloud.stats.read()
    return Object.keys(calls['activity.detail']?.spread ?? {})
  }

  test('three calls while places are left, and two when the instance knows the activity', async () => {
    const { activityId } = await world.activity({ starts: [48, 50, 52] })
    for (const cost of await spread(activityId)) expect(['2', '3']).toContain(cost)
  })

  test('one more when it is full, however many wait', async () => {
    const { activityId } = await queues(world).full({}, 3)
    for (const cost of await spread(activityId)) expect(['3', '4']).toContain(cost)
  })

  test('no more for who is in it, however full it is: whether they were there is asked instead of who waits', async () => {
    const { activityId, holder } = await queues(world).full({ starts: [0.5] }, 0)
    for (const cost of await spread(activityId, holder)) expect(['3', '4']).toContain(cost)
  })
})
