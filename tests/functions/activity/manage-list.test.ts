import type { ManageState } from '../../../typings/api/activity'
import { change, DAY, HOUR, saved, sessionIn, submitted } from '../drafts'
import type { World } from '../world'
import { codeOf, ok, startWorld } from '../world'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.orgs()
  await world.people(['dong', 'anna'])
  await world.grant('dong', ['EDIT'], 'org_S2')
  await world.grant('sun', ['ROLL'], 'org_U2')
  await world.grant('sun', ['EDIT'], 'org_S3')
  await world.grant('feng', ['EDIT'])
  await world.grant('he', ['APPROVE'])
})
afterAll(() => world.cloud.stop())

const list = async (openid: string, state?: ManageState, cursor?: string) =>
  ok(await world.activities(openid, 'manageList', { ...(state && { state }), ...(cursor && { cursor }) }))
const titles = async (openid: string, state?: ManageState) =>
  (await list(openid, state)).items.map(one => one.title)

describe('one organisation', () => {
  test('each state has its own', async () => {
    await saved(world, 'dong', { title: '草稿' })
    await submitted(world, 'dong', { title: '待复核', budgetFen: 100 })
    const live = await submitted(world, 'dong', { title: '进行中' })
    const edited = await submitted(world, 'dong', { title: '有修改' })
    ok(await change(world, 'dong', edited, { body: '改过' }))
    const off = await submitted(world, 'dong', { title: '已取消' })
    ok(await world.activities('dong', 'callOff', { activityId: off.activityId, reason: '停电' }))
    const path = { orgId: 'org_S2', orgPath: '/org_R/org_S2/' }
    await world.activity({ ...path, title: '已结束', starts: [-48] })
    expect(await titles('dong', 'DRAFT')).toEqual(['有修改', '草稿'])
    expect(await titles('dong', 'REVIEWING')).toEqual(['待复核'])
    expect(await titles('dong', 'LIVE')).toEqual(['有修改', '进行中'])
    expect(await titles('dong', 'OVER')).toEqual(['已取消', '已结束'])
    expect((await titles('dong')).slice(0, 3)).toEqual(['已取消', '有修改', '进行中'])
    const [sessionId = ''] = live.sessions.map(one => one.sessionId)
    ok(await world.activities('anna', 'signUp', { sessionId, rulesVersion: 1 }))
    await world.add('waits', [
      { _id: `${sessionId}/w1`, liveKey: 'x', sessionId, state: 'WAITING' },
      { _id: `${sessionId}/w2`, liveKey: 'y', sessionId, state: 'OFFERED' },
    ])
    const item = (await list('dong', 'LIVE')).items.find(({ title }) => title === '进行中')
    expect(item).toMatchObject({
      hasDraft: false,
      phase: 'OPEN',
      capacity: 4,
      held: 1,
      waiting: 1,
      sessions: [{ sessionId, state: 'ON' }],
      may: { edit: true, roll: false },
    })
  })

  test('sessions that were called off count no more', async () => {
    const sessions = [sessionIn(30, world.now), sessionIn(60, world.now, { places: 7 })]
    const { activityId, ...two } = await submitted(world, 'dong', { title: '两场', sessions })
    const [first = ''] = two.sessions.map(one => one.sessionId)
    ok(await world.activities('dong', 'callOff', { activityId, sessionId: first, reason: '停电' }))
    const item = (await list('dong', 'LIVE')).items.find(one => one.activityId === activityId)
    expect(item).toMatchObject({ capacity: 7, sessions: [{ state: 'CALLED_OFF' }, { state: 'ON' }] })
  })

  test('costs four calls besides the grants', async () => {
    await world.cloud.stats.reset()
    await list('dong', 'LIVE')
    const { spread = {} } = (await world.cloud.stats.read()).calls['activity.manageList'] ?? {}
    expect(Math.max(...Object.keys(spread).map(Number))).toBeLessThanOrEqual(5)
  })
})

test('each sees their own organisations, and what they may do there', async () => {
  await saved(world, 'feng', { title: '行业的', orgId: 'org_I1' })
  await saved(world, 'feng', { title: '站里的', orgId: 'org_U2' })
  await saved(world, 'feng', { title: '街道的', orgId: 'org_S3' })
  expect(await titles('dong')).not.toContain('行业的')
  expect(await titles('feng')).toContain('行业的')
  const { items } = await list('sun')
  expect(items.map(({ title, may }) => [title, may.edit, may.roll])).toEqual([
    ['街道的', true, false],
    ['站里的', false, true],
  ])
  expect(codeOf(await world.activities('he', 'manageList', {}))).toBe('NO_PERMISSION')
  expect(codeOf(await world.activities('anna', 'manageList', {}))).toBe('NO_PERMISSION')
})

test('a long list goes on page by page, nothing twice and nothing lost', async () => {
  const path = { orgId: 'org_U1', orgPath: '/org_R/org_I1/org_U1/' }
  for (let i = 0; i < 45; i++)
    await world.activity({ ...path, title: `第${i}个`, updatedAt: world.now + (i % 7) * HOUR })
  await world.grant('pages', ['EDIT'], 'org_U1')
  const seen: string[] = []
  for (let cursor: string | undefined; ;) {
    const { items, next } = await list('pages', 'LIVE', cursor)
    seen.push(...items.map(({ activityId }) => activityId))
    expect(items.length).toBeLessThanOrEqual(20)
    if (next === undefined) break
    cursor = next
  }
  expect(new Set(seen).size).toBe(45)
  expect(seen).toHaveLength(45)
  await world.cloud.clock.set(world.now + 3 * DAY)
  expect((await list('pages', 'LIVE')).items).toEqual([])
  await world.cloud.clock.set(world.now)
})
