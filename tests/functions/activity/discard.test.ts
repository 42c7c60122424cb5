/** A draft that nobody wants any more. */
import { Store } from '../../../cloudfunctions/_kit/store'
import type { StaffRequest } from '../../../cloudfunctions/_kit/action'
import { AFTER_CAUSE_MS } from '../../../cloudfunctions/_kit/tasks'
import { discard } from '../../../cloudfunctions/activity/manage/discard'
import type { Activity } from '../../../typings/documents'
import { approvalIdOf, change, saved, submitted } from '../drafts'
import { between } from '../paused-store'
import type { World } from '../world'
import { codeOf, ok, startWorld } from '../world'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.orgs()
  await world.people(['dong', 'anna'])
  await world.grant('dong', ['EDIT'], 'org_S2')
  await world.grant('zheng', ['EDIT'], 'org_S3')
  await world.grant('he', ['APPROVE'])
  Object.assign(process.env, world.cloud.sdk(), { TCB_ENV: 'local' })
})
afterAll(() => world.cloud.stop())

const throwAway = (activityId: string, openid = 'dong') =>
  world.activities(openid, 'callOff', { activityId, reason: '' })
const stored = async (_id: string) => (await world.cloud.find<Activity>('activities', { _id }))[0]
async function listed(activityId: string): Promise<boolean> {
  const lists = await Promise.all([
    world.activities('dong', 'manageList', {}),
    world.activities('dong', 'manageList', { state: 'DRAFT' }),
    world.activities('dong', 'manageList', { state: 'OVER' }),
  ])
  return lists.some(list => ok(list).items.some(item => item.activityId === activityId))
}

test('thrown away, a draft is gone from every list, and nobody opens, writes or submits it again', async () => {
  const editable = await saved(world, 'dong')
  const { activityId, rev } = editable
  expect(await listed(activityId)).toBe(true)
  expect(ok(await throwAway(activityId))).toEqual({ affected: 0 })
  expect(await stored(activityId)).toMatchObject({
    state: 'DISCARDED',
    draft: null,
    listed: false,
    reason: '',
  })
  expect(await listed(activityId)).toBe(false)
  expect(codeOf(await world.activities('dong', 'edit', { activityId }))).toBe('NOT_FOUND')
  expect(codeOf(await change(world, 'dong', { ...editable, rev: rev + 1 }, { title: '还要' }))).toBe(
    'STATE_CHANGED',
  )
  expect(codeOf(await world.activities('dong', 'submit', { activityId, rev: rev + 1 }))).toBe('STATE_CHANGED')
  expect(codeOf(await world.activities('anna', 'detail', { activityId }))).toBe('NOT_FOUND')
  const poster = { kind: 'ACTIVITY' as const, id: activityId }
  expect(codeOf(await world.insight('dong', 'poster', poster))).toBe('NOT_PUBLISHED')
  expect(ok(await throwAway(activityId))).toEqual({ affected: 0 })
})

test('nobody hears of it, and what it asked of a second person is void', async () => {
  const editable = await submitted(world, 'dong', { budgetFen: 100 })
  const { activityId } = editable
  const approvalId = approvalIdOf(editable)
  const before = await world.cloud.count('notices', {})
  ok(await throwAway(activityId))
  expect(await world.cloud.find('approvals', { _id: approvalId })).toMatchObject([{ state: 'VOID' }])
  expect(codeOf(await world.activities('he', 'decide', { approvalId, agree: true }))).toBe('APPROVAL_STALE')
  expect(await stored(activityId)).toMatchObject({ state: 'DISCARDED' })
  expect(await world.cloud.count('notices', {})).toBe(before)
})

test('one that came back is thrown away as well', async () => {
  const editable = await submitted(world, 'dong', { budgetFen: 100 })
  const approvalId = approvalIdOf(editable)
  ok(await world.activities('he', 'decide', { approvalId, agree: false, reason: '不妥' }))
  expect(codeOf(await throwAway(editable.activityId))).toBe('OK')
  expect(await world.cloud.find('approvals', { _id: approvalId })).toMatchObject([{ state: 'RETURNED' }])
})

test('what was published meanwhile is not: calling it off takes a reason', async () => {
  const { activityId } = await submitted(world, 'dong')
  expect(codeOf(await throwAway(activityId))).toBe('REASON_REQUIRED')
  const begun = await saved(world, 'dong')
  await new Store().change('activities', { _id: begun.activityId }, { applying: true })
  expect(codeOf(await throwAway(begun.activityId))).toBe('STATE_CHANGED')
})

test('nor by other staff', async () => {
  const { activityId } = await saved(world, 'dong')
  expect(codeOf(await throwAway(activityId, 'zheng'))).toBe('OUT_OF_SCOPE')
  expect(codeOf(await throwAway(activityId, 'he'))).toBe('NO_PERMISSION')
})

test('what somebody saves in the same instant is not thrown away with it', async () => {
  const editable = await saved(world, 'dong')
  const activity = await stored(editable.activityId)
  if (!activity) throw new Error('it is there')
  const thrown = between(
    1,
    store => discard({ store, now: world.now } as StaffRequest, activity),
    () => change(world, 'dong', editable, { title: '还要' }),
  )
  await expect(thrown).rejects.toMatchObject({ code: 'STATE_CHANGED' })
  expect(await stored(editable.activityId)).toMatchObject({ state: 'DRAFT', title: '还要' })
})

test('cut off, and nobody tries again: what it asked is void within two minutes', async () => {
  const editable = await submitted(world, 'dong', { budgetFen: 100 })
  for (let killAfterCall = 1; (await stored(editable.activityId))?.state !== 'DISCARDED'; killAfterCall++) {
    await world.cloud.faults.add({ function: 'activity', action: 'callOff', killAfterCall })
    await throwAway(editable.activityId).catch(() => undefined)
    await world.cloud.faults.reset()
  }
  const _id = approvalIdOf(editable)
  expect(await world.cloud.find('approvals', { _id })).toMatchObject([{ state: 'PENDING' }])
  await world.cloud.clock.advance(2 * AFTER_CAUSE_MS)
  await world.cloud.timer('jobs')
  expect(await world.cloud.find('approvals', { _id })).toMatchObject([{ state: 'VOID' }])
  await world.cloud.clock.set(world.now)
})
