import { rowOf } from '../../../cloudfunctions/activity/roll/attendance'
import type { DeskTodo, TodoKind } from '../../../typings/api/insight'
import type { DraftState, Grant } from '../../../typings/documents'
import { hold, keeper, someone } from '../roll-call'
import type { ActivityOptions, World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'
import { written } from './written'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.cloud.stop())

const ours = { orgId: 'org_S2', orgPath: '/org_R/org_S2/', orgName: '和顺街道总工会' }
const theirs = { orgId: 'org_S1', orgPath: '/org_R/org_S1/' }
const read = async (who: string) => ok(await world.insight(who, 'desk', {}))
const todo = async (who: string, kind: TodoKind): Promise<DeskTodo | undefined> =>
  (await read(who)).todos.find(one => one.kind === kind)

const draft = (by: string, draftState: DraftState, options: ActivityOptions = {}) =>
  written(world, { by, draftState }, { ...ours, ...options })

test('a desk with nothing to do says whose it is', async () => {
  const who = await keeper(world, ['ROLL'], 'org_S2')
  expect(await read(who)).toEqual({ orgName: '和顺街道总工会', name: '测**', todos: [], today: [] })
  expect(codeOf(await world.insight(await someone(world), 'desk', {}))).toBe('NO_PERMISSION')
})

test('drafts, those that came back and those before a second person are apart', async () => {
  const [me, other] = [await keeper(world, ['EDIT'], 'org_S2'), await keeper(world, ['EDIT'], 'org_S2')]
  await draft(me, 'DRAFT', { title: '秋季安全讲座' })
  await draft(other, 'DRAFT', { title: '别人的草稿', updatedAt: world.now - 1000 })
  await draft(me, 'RETURNED', { title: '退回的' })
  await draft(other, 'RETURNED', { title: '别人退回的', updatedAt: world.now - 2000 })
  await draft(me, 'REVIEWING', { title: '待复核的' })
  expect((await read(me)).todos).toEqual([
    { kind: 'RETURNED', count: 1, line: '退回的', at: world.now },
    { kind: 'REVIEWING', count: 1, line: '待复核的', at: world.now },
    { kind: 'DRAFT', count: 3, line: '秋季安全讲座', at: world.now },
  ])
  expect(await todo(other, 'RETURNED')).toMatchObject({ count: 1, line: '别人退回的' })
  // who only calls the roll writes nothing
  expect((await read(await keeper(world, ['ROLL'], 'org_S2'))).todos).toEqual([])
  expect((await read(await keeper(world, ['EDIT'], 'org_S1'))).todos).toEqual([])
})

test('a published activity is a draft again only while something in it is being changed', async () => {
  const me = await keeper(world, ['EDIT'], 'org_S2')
  await world.activity({ ...ours, starts: [100] })
  expect(await todo(me, 'DRAFT')).toBeUndefined()
  await draft(me, 'DRAFT', { state: 'PUBLISHED', listed: true, starts: [100], title: '改期' })
  expect(await todo(me, 'DRAFT')).toMatchObject({ count: 1, line: '改期' })
})

test('an approval stands on the desk of who may give it, and of nobody who wrote it', async () => {
  const writer = await keeper(world, ['EDIT', 'APPROVE'], 'org_S2')
  const second = await keeper(world, ['EDIT', 'APPROVE'], 'org_R')
  await draft(writer, 'REVIEWING', { title: '观影' })
  expect((await read(second)).todos).toEqual([{ kind: 'APPROVAL', count: 1, line: '观影', at: world.now }])
  expect((await read(writer)).todos).toMatchObject([{ kind: 'REVIEWING', count: 1 }])
  const beside = await keeper(world, ['APPROVE'], 'org_S1')
  expect((await read(beside)).todos).toEqual([])
})

test('today has the sessions whose roll is called now or within a day, and what is on it', async () => {
  const staff = await keeper(world, ['ROLL'], 'org_S2')
  const { sessionIds } = await world.activity({ ...ours, title: '夜校', starts: [-0.5, 20, 30] })
  await world.activity({ ...theirs, starts: [2] })
  const [running = '', soon = ''] = sessionIds
  const people = await Promise.all([1, 2, 3].map(() => someone(world)))
  for (const [i, openid] of people.entries()) await hold(world, running, i + 1, openid)
  const place = (await world.place(`${running}/1`))!
  await world.add('signups', [rowOf(place, { state: 'ATTENDED', endedAt: world.now, points: 0 })])
  const hour = 3600_000
  const { today } = await read(staff)
  expect(today).toEqual([
    {
      sessionId: running,
      title: '夜校',
      startAt: world.now - 0.5 * hour,
      endAt: world.now + 0.5 * hour,
      held: 3,
      attended: 1,
    },
    expect.objectContaining({ sessionId: soon, held: 0, attended: 0 }),
  ])
  expect((await read(await keeper(world, ['EDIT'], 'org_S2'))).today).toEqual([])
})

test('check-ins that wait and sessions that nobody finished are told first', async () => {
  const staff = await keeper(world, ['ROLL'], 'org_S2')
  const { sessionId } = await world.activity({ ...ours, title: '夜校', starts: [-3] })
  const { sessionId: done } = await world.activity({ ...ours, starts: [-3], session: { state: 'FINISHED' } })
  await hold(world, sessionId, 1, await someone(world))
  await hold(world, sessionId, 2, await someone(world))
  for (const no of [1, 2]) {
    const place = (await world.place(`${sessionId}/${no}`))!
    await world.add('signups', [rowOf(place, { state: 'PENDING', endedAt: world.now, points: 0 })])
  }
  const endAt = world.now - 2 * 3600_000
  expect((await read(staff)).todos).toEqual([
    { kind: 'PENDING', count: 2, line: '夜校', at: endAt },
    { kind: 'UNFINISHED', count: 1, line: '夜校', at: endAt },
  ])
  expect((await read(staff)).today.map(one => one.sessionId)).not.toContain(done)
})

test('grants to confirm stand on the desk of an administrator who is staff besides, not of who gave them', async () => {
  const staff = await keeper(world, ['ROLL'])
  const giver = await keeper(world, ['ROLL'])
  const pending: Partial<Grant> = { state: 'PENDING', byId: personId(giver), role: 'ADMIN' }
  await world.grant('somebody', [], 'org_R', { ...pending, _id: 'gr_somebody_ADMIN_org_R' })
  expect(await todo(staff, 'GRANT')).toBeUndefined()
  await world.grant(staff, [], 'org_R', { role: 'ADMIN', _id: `gr_${personId(staff)}_ADMIN_org_R` })
  await world.grant(giver, [], 'org_R', { role: 'ADMIN', _id: `gr_${personId(giver)}_ADMIN_org_R` })
  await world.cloud.clock.advance(10_000)
  expect(await todo(staff, 'GRANT')).toMatchObject({ count: 1, line: '明城区总工会　管理员' })
  expect(await todo(giver, 'GRANT')).toBeUndefined()
})

test('the fullest desk is read with eight calls', async () => {
  const staff = await keeper(world, ['EDIT', 'APPROVE', 'ROLL'])
  await world.grant(staff, [], 'org_R', { role: 'ADMIN', _id: `gr_${personId(staff)}_ADMIN_org_R` })
  await draft(await keeper(world, ['EDIT']), 'REVIEWING')
  await draft(staff, 'RETURNED')
  await world.activity({ ...ours, starts: [-3, 1] })
  await world.cloud.stats.reset()
  expect((await read(staff)).todos.length).toBeGreaterThan(2)
  const { calls } = await world.cloud.stats.read()
  expect(calls['insight.desk']?.databaseCalls).toBeLessThanOrEqual(8)
})
