/** What waits for a second person when the last session of its activity is over. */
import type { Activity, ActivityDraft, Approval, Notice } from '../../../typings/documents'
import { approvalIdOf, change, HOUR, sessionIn, submitted } from '../drafts'
import type { World } from '../world'
import { ok, personId, startWorld } from '../world'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.orgs()
  await world.people(['dong'])
  await world.grant('dong', ['EDIT', 'ROLL'], 'org_S2')
  await world.grant('he', ['APPROVE'])
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.clock.set(world.now))

const stored = async (_id: string) => (await world.cloud.find<Activity>('activities', { _id }))[0]

/** An activity whose only session ends 50 hours from now, and a proposal of money for it. */
async function proposed(to: (draft: ActivityDraft) => Partial<ActivityDraft>) {
  const editable = await submitted(world, 'dong')
  const { activityId, rev } = ok(
    await change(world, 'dong', editable, { budgetFen: 100, ...to(editable.draft) }),
  )
  const waiting = ok(await world.activities('dong', 'submit', { activityId, rev }))
  expect(waiting).toMatchObject({ state: 'PUBLISHED', draftState: 'REVIEWING' })
  return { activityId, approvalId: approvalIdOf(waiting) }
}
async function clockAt(hours: number) {
  await world.cloud.clock.set(world.now + hours * HOUR)
  for (let tick = 0; tick < 2; tick++) await world.cloud.timer('jobs')
}
async function told(approvalId: string) {
  const _id = `nt_${personId('dong')}_APPROVAL_DONE_${approvalId}`
  return (await world.cloud.find<Notice>('notices', { _id }))[0]?.body
}
const oneMore = ({ sessions }: ActivityDraft) => ({ sessions: [...sessions, sessionIn(240, world.now)] })

test('it adds a session: the activity goes on until somebody has decided, and with what was agreed to', async () => {
  const { activityId, approvalId } = await proposed(oneMore)
  await clockAt(50 + 25)
  expect(await stored(activityId)).toMatchObject({
    state: 'PUBLISHED',
    draftState: 'REVIEWING',
    times: [{ state: 'FINISHED' }],
  })
  ok(await world.activities('he', 'decide', { approvalId, agree: true }))
  expect(await stored(activityId)).toMatchObject({
    state: 'PUBLISHED',
    draft: null,
    endAt: world.now + 242 * HOUR,
    times: [{ state: 'FINISHED' }, { state: 'ON' }],
  })
  await clockAt(242 + 25)
  expect(await stored(activityId)).toMatchObject({ state: 'FINISHED' })
})

test('finished by hand, it goes on as well', async () => {
  const { activityId } = await proposed(oneMore)
  const [{ sessionId } = { sessionId: '' }] = ok(
    await world.activities('dong', 'edit', { activityId }),
  ).sessions
  await world.cloud.clock.set(world.now + 50 * HOUR)
  ok(await world.activities('dong', 'finish', { sessionId }))
  expect(await stored(activityId)).toMatchObject({ state: 'PUBLISHED', draftState: 'REVIEWING' })
})

test('nobody decides until that session is over, too: it is finished, and who asked is told', async () => {
  const { activityId, approvalId } = await proposed(oneMore)
  await clockAt(50 + 25)
  expect(await told(approvalId)).toBeUndefined()
  await clockAt(242)
  expect(await stored(activityId)).toMatchObject({ state: 'FINISHED', draft: null })
  expect(await world.cloud.find('approvals', { _id: approvalId })).toMatchObject([{ state: 'VOID' }])
  expect(await told(approvalId)).toContain('已退回：活动已经结束')
})

test('it came back: staff may write on until then, and no longer', async () => {
  const { activityId, approvalId } = await proposed(oneMore)
  await clockAt(50 + 25)
  ok(await world.activities('he', 'decide', { approvalId, agree: false, reason: '不妥' }))
  const back = ok(await world.activities('dong', 'edit', { activityId }))
  expect(back).toMatchObject({ state: 'PUBLISHED', draftState: 'RETURNED' })
  ok(await change(world, 'dong', back, { body: '改过的' }))
  await clockAt(242)
  expect(await stored(activityId)).toMatchObject({ state: 'FINISHED', draft: null })
})

test('it adds none: the activity is finished, and who asked is told', async () => {
  const { activityId, approvalId } = await proposed(() => ({ body: '改过的' }))
  await clockAt(50 + 25)
  expect(await stored(activityId)).toMatchObject({ state: 'FINISHED', draft: null })
  expect(await told(approvalId)).toContain('已退回：活动已经结束')
})

test('cut off wherever it was, who asked is told once it is finished', async () => {
  let untold = 0
  for (let killAfterCall = 1; untold === 0; killAfterCall++) {
    const { activityId, approvalId } = await proposed(() => ({ body: '改过的' }))
    const { sessions } = ok(await world.activities('dong', 'edit', { activityId }))
    await world.cloud.clock.set(world.now + 50 * HOUR)
    await world.cloud.faults.add({ function: 'activity', action: 'finish', killAfterCall })
    await world
      .activities('dong', 'finish', { sessionId: sessions[0]?.sessionId ?? '' })
      .catch(() => undefined)
    await world.cloud.faults.reset()
    const finished = (await stored(activityId))?.state === 'FINISHED'
    if (finished && (await told(approvalId)) === undefined) untold++
    await clockAt(50.1)
    if (finished) expect(await told(approvalId)).toContain('已退回：活动已经结束')
    const [approval] = await world.cloud.find<Approval>('approvals', { _id: approvalId })
    expect(approval?.state).toBe(finished ? 'VOID' : 'PENDING')
    await world.cloud.clock.set(world.now)
  }
})
