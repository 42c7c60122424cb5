import type { Activity, Approval, Notice } from '../../../typings/documents'
import { HOUR, approvalIdOf, change, saved, submitted } from '../drafts'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.orgs()
  await world.people(['dong', 'feng'])
  await world.grant('dong', ['EDIT', 'APPROVE'], 'org_S2')
  await world.grant('feng', ['EDIT', 'APPROVE'])
  await world.grant('he', ['APPROVE'])
  await world.grant('jiang', ['APPROVE'])
  await world.grant('zheng', ['APPROVE'], 'org_S3')
})
afterAll(() => world.cloud.stop())

const decide = (openid: string, approvalId: string, agree: boolean, reason?: string) =>
  world.activities(openid, 'decide', { approvalId, agree, ...(reason !== undefined && { reason }) })
const stored = async (_id: string) => (await world.cloud.find<Activity>('activities', { _id }))[0]
const approval = async (_id: string) => (await world.cloud.find<Approval>('approvals', { _id }))[0]

async function asked(budgetFen = 100) {
  const editable = await submitted(world, 'dong', { budgetFen })
  return { editable, activityId: editable.activityId, approvalId: approvalIdOf(editable) }
}

test('another person agrees: it is published, and who asked is told', async () => {
  const { activityId, approvalId } = await asked(360_000)
  expect(ok(await decide('he', approvalId, true))).toEqual({
    activityId,
    state: 'PUBLISHED',
    draftState: 'DRAFT',
  })
  expect(await stored(activityId)).toMatchObject({ listed: true, budgetFen: 360_000 })
  expect(await world.cloud.count('places', { refId: activityId })).toBe(4)
  const told = await world.cloud.find<Notice>('notices', {
    personId: personId('dong'),
    trigger: 'APPROVAL_DONE',
  })
  expect(told.find(({ _id }) => _id.endsWith(approvalId))?.title).toBe('审批已同意')
  expect(ok(await decide('he', approvalId, true)).state).toBe('PUBLISHED')
  expect(codeOf(await decide('jiang', approvalId, true))).toBe('STATE_CHANGED')
  expect(codeOf(await decide('he', approvalId, false, '晚了'))).toBe('STATE_CHANGED')
})

test('another person returns it with a reason; mended, it is asked anew', async () => {
  const { activityId, approvalId } = await asked()
  for (const reason of [undefined, '  '])
    expect(codeOf(await decide('he', approvalId, false, reason))).toBe('REASON_REQUIRED')
  expect(ok(await decide('he', approvalId, false, '预算不明'))).toEqual({
    activityId,
    state: 'DRAFT',
    draftState: 'RETURNED',
  })
  expect(ok(await decide('he', approvalId, false, '预算不明')).draftState).toBe('RETURNED')
  const back = ok(await world.activities('dong', 'edit', { activityId }))
  expect(back).toMatchObject({ draftState: 'RETURNED', reason: '预算不明' })
  const { rev } = ok(await change(world, 'dong', back, { body: '预算：水果300元' }))
  const again = ok(await world.activities('dong', 'submit', { activityId, rev }))
  expect(ok(await decide('he', approvalIdOf(again), true)).state).toBe('PUBLISHED')
})

test('returned as it is, a draft may be submitted again', async () => {
  const { activityId, approvalId } = await asked()
  ok(await decide('he', approvalId, false, '等通知'))
  const { rev } = ok(await world.activities('dong', 'edit', { activityId }))
  const again = ok(await world.activities('dong', 'submit', { activityId, rev }))
  expect(ok(await decide('he', approvalIdOf(again), true)).state).toBe('PUBLISHED')
})

test('nobody decides on what they asked for or wrote at, nor outside their organisations', async () => {
  const editable = await saved(world, 'feng', { budgetFen: 100 })
  const { activityId, rev } = ok(await change(world, 'dong', editable, { body: '补充' }))
  const waiting = ok(await world.activities('dong', 'submit', { activityId, rev }))
  const approvalId = approvalIdOf(waiting)
  expect(codeOf(await decide('dong', approvalId, true))).toBe('SELF_REVIEW')
  expect(codeOf(await decide('feng', approvalId, true))).toBe('SELF_REVIEW')
  expect(codeOf(await decide('zheng', approvalId, true))).toBe('OUT_OF_SCOPE')
  expect(codeOf(await decide('anna', approvalId, true))).toBe('NO_PERMISSION')
  expect(codeOf(await decide('he', `${approvalId}9`, true))).toBe('NOT_FOUND')
  expect((await approval(approvalId))?.state).toBe('PENDING')
})

test('what was written on meanwhile cannot be agreed to any more', async () => {
  const { editable, approvalId, activityId } = await asked()
  ok(await change(world, 'feng', editable, { budgetFen: 999 }))
  expect(codeOf(await decide('he', approvalId, true))).toBe('APPROVAL_STALE')
  expect(await stored(activityId)).toMatchObject({ state: 'DRAFT', listed: false })
})

test('what slipped in unnoticed is seen by its fingerprint, and the request is void', async () => {
  const { editable, approvalId, activityId } = await asked()
  const draft = { ...editable.draft, budgetFen: 999 }
  await world.cloud.db.collection('activities').doc(activityId).update({ draft })
  expect(codeOf(await decide('he', approvalId, true))).toBe('APPROVAL_STALE')
  expect((await approval(approvalId))?.state).toBe('VOID')
  expect(codeOf(await decide('he', approvalId, true))).toBe('APPROVAL_STALE')
})

test('two decide at once: one answer counts', async () => {
  const { approvalId, activityId } = await asked()
  const replies = await Promise.all([
    decide('he', approvalId, true),
    decide('jiang', approvalId, false, '不妥'),
  ])
  expect(replies.map(codeOf).sort()).toEqual(['OK', 'STATE_CHANGED'])
  const { state } = (await approval(approvalId)) ?? {}
  expect((await stored(activityId))?.state).toBe(state === 'AGREED' ? 'PUBLISHED' : 'DRAFT')
})

test('an editor saves in the same instant: either it is published as agreed, or nothing is', async () => {
  const { editable, approvalId, activityId } = await asked()
  const [agreed, change_] = await Promise.all([
    decide('he', approvalId, true),
    change(world, 'feng', editable, { budgetFen: 999 }),
  ])
  const { state, budgetFen } = (await stored(activityId)) ?? {}
  if (agreed.ok) expect([state, budgetFen, codeOf(change_)]).toEqual(['PUBLISHED', 100, 'STALE_REV'])
  else expect([codeOf(agreed), state, codeOf(change_)]).toEqual(['APPROVAL_STALE', 'DRAFT', 'OK'])
})

test('what has begun meanwhile is not published', async () => {
  const { approvalId } = await asked()
  await world.cloud.clock.set(world.now + 60 * HOUR)
  expect(codeOf(await decide('he', approvalId, true))).toBe('TIME_ORDER')
  expect(codeOf(await decide('he', approvalId, false, '已过期'))).toBe('OK')
  await world.cloud.clock.set(world.now)
})

test('nothing is published for an organisation that was closed meanwhile; it can still be returned', async () => {
  const editable = await submitted(world, 'feng', { budgetFen: 100, orgId: 'org_U3' })
  await world.cloud.db.collection('orgs').where({ _id: 'org_U3' }).update({ open: false })
  const approvalId = approvalIdOf(editable)
  expect(await decide('he', approvalId, true)).toMatchObject({
    code: 'INVALID_INPUT',
    detail: { field: 'orgId' },
  })
  expect(ok(await decide('he', approvalId, false, '单位已停用')).draftState).toBe('RETURNED')
})
