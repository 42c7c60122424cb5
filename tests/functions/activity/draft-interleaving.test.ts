/** Two who write about one draft, the one between two calls of the other; and who is cut off there. */
import { AFTER_CAUSE_MS } from '../../../cloudfunctions/_kit/tasks'
import type { StaffRequest } from '../../../cloudfunctions/_kit/action'
import { Store } from '../../../cloudfunctions/_kit/store'
import { applyDraft } from '../../../cloudfunctions/activity/manage/apply-draft'
import { decide } from '../../../cloudfunctions/activity/manage/decide'
import { finishActivity } from '../../../cloudfunctions/activity/manage/finish-activity'
import { layBefore } from '../../../cloudfunctions/activity/manage/lay-before'
import { beginPublishing, carryOut } from '../../../cloudfunctions/activity/manage/publish'
import { sumUp } from '../../../cloudfunctions/activity/manage/sum-up'
import { unionOf } from '../../../local/demo/unions'
import type { Activity, ActivityDraft } from '../../../typings/documents'
import { approvalIdOf, change, saved, sessionIn, submitted } from '../drafts'
import { between } from '../paused-store'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.orgs()
  await world.people(['dong', 'feng'])
  await world.grant('dong', ['EDIT', 'ROLL'], 'org_S2')
  await world.grant('feng', ['EDIT'])
  await world.grant('he', ['APPROVE'])
  Object.assign(process.env, world.cloud.sdk(), { TCB_ENV: 'local' })
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.clock.set(world.now))

async function stored(_id: string): Promise<Activity> {
  const activity = await new Store().get('activities', _id)
  if (!activity) throw new Error(`no ${_id}`)
  return activity
}
const pending = (refId: string) => world.cloud.count('approvals', { refId, state: 'PENDING' })
const told = (approvalId: string) =>
  world.cloud.count('notices', { _id: `nt_${personId('dong')}_APPROVAL_DONE_${approvalId}` })
async function jobsAfter(ms: number) {
  await world.cloud.clock.advance(ms)
  for (let tick = 0; tick < 2; tick++) await world.cloud.timer('jobs')
}

/** A published activity with changes written, not submitted. */
async function changed(to: (draft: ActivityDraft) => Partial<ActivityDraft>) {
  const editable = await submitted(world, 'dong')
  const [session] = editable.sessions
  if (!session) throw new Error('it has a session')
  const written = ok(await change(world, 'dong', editable, to(editable.draft)))
  return { rev: written.rev, activityId: editable.activityId, sessionId: session.sessionId }
}

const calls = (to: number) => Array.from({ length: to }, (_, i) => i + 1)

test.each(calls(6))(
  'a save before call %i of a publication: who asked is told of it only if it comes',
  async before => {
    const editable = await submitted(world, 'dong', { budgetFen: 100 })
    const { activityId } = editable
    const approvalId = approvalIdOf(editable)
    await new Store().change('approvals', { _id: approvalId }, { state: 'AGREED', deciderId: personId('he') })
    const activity = await stored(activityId)
    const [, late] = await between(
      before,
      store => applyDraft(store, activity, world.now),
      () => change(world, 'feng', editable, { title: '改过的' }),
    )
    const { state, title } = await stored(activityId)
    if (late.ok) expect([state, title, await told(approvalId)]).toEqual(['DRAFT', '改过的', 0])
    else expect([codeOf(late), state, await told(approvalId)]).toEqual(['STALE_REV', 'PUBLISHED', 1])
  },
)

test.each(calls(3))(
  'a save before call %i of a return: who asked is told of it only if it comes',
  async before => {
    const editable = await submitted(world, 'dong', { budgetFen: 100 })
    const { activityId } = editable
    const approvalId = approvalIdOf(editable)
    await new Store().change('approvals', { _id: approvalId }, { state: 'RETURNED', reason: '不妥' })
    const activity = await stored(activityId)
    const [, late] = await between(
      before,
      store => applyDraft(store, activity, world.now),
      () => change(world, 'feng', editable, { title: '改过的' }),
    )
    const returned = (await stored(activityId)).draftState === 'RETURNED'
    expect([codeOf(late), await told(approvalId)]).toEqual(returned ? ['STALE_REV', 1] : ['OK', 0])
  },
)

test('who read the request just before another agreed to it does not undo that', async () => {
  const editable = await submitted(world, 'dong', { budgetFen: 100 })
  const approvalId = approvalIdOf(editable)
  const store = new Store()
  const approval = await store.get('approvals', approvalId)
  if (!approval) throw new Error('it was asked')
  ok(await world.activities('he', 'decide', { approvalId, agree: true }))
  const activity = await stored(editable.activityId)
  const request = { store, now: world.now, personId: personId('jiang') } as StaffRequest
  const input = { approvalId, agree: true }
  await expect(decide.run(request, input, { orgPath: '', approval, activity })).rejects.toMatchObject({
    code: 'APPROVAL_STALE',
  })
  expect(await store.get('approvals', approvalId)).toMatchObject({ state: 'AGREED' })
})

test.each(calls(4))(
  'a save before call %i of a proposal leaves no request that nobody can decide',
  async before => {
    const editable = await saved(world, 'dong', { budgetFen: 100 })
    const { activityId, draft } = editable
    const activity = await stored(activityId)
    const who = { personId: personId('dong'), now: world.now }
    const [laid, late] = await between(
      before,
      store => layBefore({ store, ...who }, activity, draft, unionOf('org_S2')),
      () => change(world, 'feng', editable, { title: '改过的' }),
    )
    expect(codeOf(late)).toBe(before < 4 ? 'OK' : 'STALE_REV')
    expect(await pending(activityId)).toBe(laid ? 1 : 0)
  },
)

test('two submit the same revision at once: the loser leaves the request of the winner alone', async () => {
  const { activityId, draft } = await saved(world, 'dong', { budgetFen: 100 })
  const activity = await stored(activityId)
  const lay = (openid: string) => (store: Store) =>
    layBefore({ store, personId: personId(openid), now: world.now }, activity, draft, unionOf('org_S2'))
  const [lost, won] = await between(3, lay('dong'), lay('feng'))
  expect([lost, won?.draftState, await pending(activityId)]).toEqual([undefined, 'REVIEWING', 1])
})

test('a proposal that was cut off and then written over waits for nobody', async () => {
  for (const killAfterCall of calls(12)) {
    const editable = await saved(world, 'dong', { budgetFen: 100 })
    const { activityId, rev } = editable
    await world.cloud.faults.add({ function: 'activity', action: 'submit', killAfterCall })
    await world.activities('dong', 'submit', { activityId, rev }).catch(() => undefined)
    await world.cloud.faults.reset()
    const now = ok(await world.activities('feng', 'edit', { activityId }))
    ok(await change(world, 'feng', now, { title: '改过的' }))
    await jobsAfter(2 * AFTER_CAUSE_MS)
    expect([killAfterCall, await pending(activityId)]).toEqual([killAfterCall, 0])
    await world.cloud.clock.set(world.now)
  }
})

test('one that was submitted still waits, however often the clock looks at it', async () => {
  const { activityId } = await submitted(world, 'dong', { budgetFen: 100 })
  const dueAt = world.now + 1
  await new Store().change('tasks', { _id: `APPLY:${activityId}` }, { dueAt })
  await jobsAfter(2 * AFTER_CAUSE_MS)
  expect(await pending(activityId)).toBe(1)
})

test.each(calls(8))(
  'the last session is finished before call %i of a publication: so is the activity',
  async before => {
    const { activityId, sessionId, rev } = await changed(() => ({ body: '改过的' }))
    const begun = await beginPublishing(new Store(), await stored(activityId), rev, world.now)
    if (!begun) throw new Error('it begins')
    await between(
      before,
      store => carryOut(store, begun, world.now),
      async store => {
        await store.change('sessions', { _id: sessionId }, { state: 'FINISHED' })
        await finishActivity(store, activityId, world.now)
      },
    )
    expect(await stored(activityId)).toMatchObject({
      state: 'FINISHED',
      listed: false,
      draft: null,
      applying: false,
      times: [{ state: 'FINISHED' }],
    })
  },
)

test.each(calls(12))(
  'the last session is called off before call %i of a publication that adds one: the activity goes on',
  async before => {
    const added = sessionIn(96, world.now)
    const { activityId, sessionId, rev } = await changed(({ sessions }) => ({
      sessions: [...sessions, added],
    }))
    const activity = await stored(activityId)
    const [published, off] = await between(
      before,
      async store => {
        const begun = await beginPublishing(store, activity, rev, world.now)
        return begun && carryOut(store, begun, world.now)
      },
      () => world.activities('dong', 'callOff', { activityId, sessionId, reason: '停电' }),
    )
    expect(codeOf(off)).toBe('OK')
    const { state, applying = false, times } = await stored(activityId)
    const states = times.map(one => one.state)
    expect([state, applying, states]).toEqual(
      published ? ['PUBLISHED', false, ['CALLED_OFF', 'ON']] : ['CALLED_OFF', false, ['CALLED_OFF']],
    )
  },
)

test('its last session was called off before a publication that had begun was known of: the activity goes on', async () => {
  const added = sessionIn(96, world.now)
  const { activityId, sessionId, rev } = await changed(({ sessions }) => ({ sessions: [...sessions, added] }))
  const store = new Store()
  await beginPublishing(store, await stored(activityId), rev, world.now)
  await store.change('sessions', { _id: sessionId }, { state: 'CALLED_OFF', affected: 0 })
  await sumUp(store, activityId, '停电', world.now)
  expect(await stored(activityId)).toMatchObject({
    state: 'PUBLISHED',
    applying: false,
    times: [{ state: 'CALLED_OFF' }, { state: 'ON' }],
  })
})
