import type { World } from '../world'
import { codeOf, ok, startWorld } from '../world'

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

test('a detail costs three calls, and two when the instance knows the activity', async () => {
  const { activityId } = await world.activity({ starts: [48, 50, 52] })
  await world.cloud.stats.reset()
  for (let i = 0; i < 3; i++) await detail(activityId)
  const { calls } = await world.cloud.stats.read()
  for (const cost of Object.keys(calls['activity.detail']?.spread ?? {})) expect(['2', '3']).toContain(cost)
})
