/** The writes of those who publish activities, cut off. */
import type { Editable } from '../../../typings/api/activity'
import type { Activity, ActivityDraft, Place, Session, Task } from '../../../typings/documents'
import type { WriteCase } from '../cut-off'
import { approvalIdOf, change, draftFrom, opId, saved, sessionIn, submitted } from '../drafts'
import type { World } from '../world'
import { ok, personId } from '../world'
import { name, one, someone, withUnions } from './account-stage'

async function editor(world: World): Promise<string> {
  await withUnions(world)
  const openid = await someone(world, 'editor')
  await world.grant(openid, ['EDIT'], 'org_S2')
  return openid
}

async function approver(world: World): Promise<string> {
  const openid = name('approver')
  await world.grant(openid, ['APPROVE'])
  return openid
}

const stored = (world: World, _id: string) => one<Activity>(world, 'activities', { _id })
const task = (world: World, _id: string) => one<Task>(world, 'tasks', { _id })
const approvalOf = (world: World, of: Editable) =>
  one<{ state: string }>(world, 'approvals', { _id: approvalIdOf(of) })

/** An activity with a place that somebody holds. */
async function published(world: World, changes: Partial<ActivityDraft> = {}) {
  const staff = await editor(world)
  const editable = await submitted(world, staff, changes)
  const [session] = editable.sessions
  if (!session) throw new Error('it has a session')
  const worker = await someone(world, 'worker')
  ok(await world.activities(worker, 'signUp', { sessionId: session.sessionId, rulesVersion: 1 }))
  return { staff, editable, session, worker }
}

const saveNew: WriteCase = {
  name: 'activity.save a new one',
  async arrange(world) {
    const staff = await editor(world)
    const input = { opId: opId(), rev: 0, draft: draftFrom(world.now) }
    return {
      call: () => world.activities(staff, 'save', input),
      async after() {
        expect(await world.cloud.count('activities', { editorIds: personId(staff) })).toBe(1)
      },
    }
  },
}

const saveWaiting: WriteCase = {
  name: 'activity.save over what waits for approval',
  async arrange(world) {
    const staff = await editor(world)
    const waiting = await submitted(world, staff, { budgetFen: 100 })
    const draft = { ...waiting.draft, title: '改过的' }
    const input = { activityId: waiting.activityId, opId: opId(), rev: waiting.rev, draft }
    return {
      call: () => world.activities(staff, 'save', input),
      async after() {
        const { rev, title, draftState } = await stored(world, waiting.activityId)
        expect([rev, title, draftState]).toEqual([waiting.rev + 1, '改过的', 'DRAFT'])
        expect((await approvalOf(world, waiting)).state).toBe('VOID')
      },
    }
  },
}

const publish: WriteCase = {
  name: 'activity.submit without money',
  async arrange(world) {
    const staff = await editor(world)
    const { activityId, rev } = await saved(world, staff, {
      sessions: [sessionIn(48, world.now), sessionIn(72, world.now, { places: 2 })],
    })
    return {
      call: () => world.activities(staff, 'submit', { activityId, rev }),
      async after() {
        expect(await stored(world, activityId)).toMatchObject({ state: 'PUBLISHED', applying: false })
        const sessions = await world.cloud.find<Session>('sessions', { activityId })
        expect(sessions.map(({ maxNo }) => maxNo).sort()).toEqual([2, 4])
        expect(await world.cloud.count('places', { refId: activityId })).toBe(6)
        for (const { _id } of sessions) expect((await task(world, `FINISH:${_id}`)).dueAt).toBeGreaterThan(0)
      },
    }
  },
}

const propose: WriteCase = {
  name: 'activity.submit with money',
  async arrange(world) {
    const [staff, second] = [await editor(world), await approver(world)]
    const { activityId, rev } = await saved(world, staff, { budgetFen: 100 })
    return {
      call: () => world.activities(staff, 'submit', { activityId, rev }),
      async after() {
        expect((await stored(world, activityId)).state).toBe('REVIEWING')
        expect(await world.cloud.count('approvals', { refId: activityId, state: 'PENDING' })).toBe(1)
        const ref = `apv_ACTIVITY_${activityId}_${rev}`
        const _id = `nt_${personId(second)}_APPROVAL_WAITING_${ref}`
        expect(await world.cloud.count('notices', { _id })).toBe(1)
      },
    }
  },
}

const move: WriteCase = {
  name: 'activity.submit a new time',
  async arrange(world) {
    const { staff, editable, session } = await published(world)
    const { activityId } = editable
    const { sessionId } = session
    const to = sessionIn(96, world.now, { sessionId })
    const { rev } = ok(
      await change(world, staff, editable, { title: '改期了', sessions: [to, sessionIn(99, world.now)] }),
    )
    return {
      call: () => world.activities(staff, 'submit', { activityId, rev }),
      async after() {
        const { startAt } = to
        expect(await stored(world, activityId)).toMatchObject({ startAt, rules: { version: 2 }, sessions: 2 })
        expect(await world.cloud.count('places', { pool: sessionId, startAt })).toBe(4)
        expect(await world.cloud.count('places', { refId: activityId })).toBe(8)
        expect((await task(world, `CHANGED:${sessionId}`)).text).toContain('时间改为')
        expect((await task(world, `CHANGED:${activityId}`)).text).toContain('改期了')
      },
    }
  },
}

const decide = (agree: boolean): WriteCase => ({
  name: `activity.decide ${agree ? 'agreeing' : 'returning'}`,
  async arrange(world) {
    const [staff, second] = [await editor(world), await approver(world)]
    const waiting = await submitted(world, staff, { budgetFen: 100 })
    const { activityId } = waiting
    const approvalId = approvalIdOf(waiting)
    return {
      call: () => world.activities(second, 'decide', { approvalId, agree, reason: '理由' }),
      async after() {
        const { state, draftState } = await stored(world, activityId)
        expect([state, draftState]).toEqual(agree ? ['PUBLISHED', 'DRAFT'] : ['DRAFT', 'RETURNED'])
        expect((await approvalOf(world, waiting)).state).toBe(agree ? 'AGREED' : 'RETURNED')
        expect(await world.cloud.count('places', { refId: activityId })).toBe(agree ? 4 : 0)
        const _id = `nt_${personId(staff)}_APPROVAL_DONE_${approvalId}`
        expect(await world.cloud.count('notices', { _id })).toBe(1)
      },
    }
  },
})

const callOff = (whole: boolean): WriteCase => ({
  name: `activity.callOff ${whole ? 'all of it' : 'one session'}`,
  async arrange(world) {
    const sessions = [sessionIn(48, world.now), sessionIn(72, world.now)]
    const { staff, editable, session } = await published(world, { sessions })
    const { activityId } = editable
    const { sessionId } = session
    const input = { activityId, reason: '停电', ...(!whole && { sessionId }) }
    return {
      call: () => world.activities(staff, 'callOff', input),
      async after() {
        const { state, times } = await stored(world, activityId)
        expect(state).toBe(whole ? 'CALLED_OFF' : 'PUBLISHED')
        expect(times.map(one => one.state)).toEqual(['CALLED_OFF', whole ? 'CALLED_OFF' : 'ON'])
        expect(await world.cloud.count('sessions', { activityId, state: 'CALLED_OFF' })).toBe(whole ? 2 : 1)
        const { text, dueAt } = await task(world, `CALL_OFF:${whole ? activityId : sessionId}`)
        expect([text, dueAt > 0]).toEqual(['停电', true])
        expect(ok(await world.activities(staff, 'callOff', input)).affected).toBe(1)
      },
    }
  },
})

const throwAway: WriteCase = {
  name: 'activity.callOff a draft that waits for approval',
  async arrange(world) {
    const staff = await editor(world)
    const waiting = await submitted(world, staff, { budgetFen: 100 })
    const { activityId } = waiting
    return {
      call: () => world.activities(staff, 'callOff', { activityId, reason: '' }),
      async after() {
        expect(await stored(world, activityId)).toMatchObject({ state: 'DISCARDED', draft: null })
        expect((await approvalOf(world, waiting)).state).toBe('VOID')
      },
    }
  },
}

const resize = (capacity: number, queue: boolean): WriteCase => ({
  name: `activity.setCapacity to ${capacity}${queue ? ' with a queue' : ''}`,
  async arrange(world) {
    const places = queue ? 1 : 3
    const { staff, session } = await published(world, { sessions: [sessionIn(48, world.now, { places })] })
    const { sessionId, rev } = session
    const waiting = queue ? await someone(world, 'waiting') : undefined
    if (waiting !== undefined) {
      const input = { sessionId, rulesVersion: 1, autoAccept: true }
      ok(await world.activities(waiting, 'waitJoin', input))
    }
    return {
      call: () => world.activities(staff, 'setCapacity', { sessionId, segment: '', capacity, rev }),
      async after() {
        const { maxNo, blocked } = await one<Session>(world, 'sessions', { _id: sessionId })
        expect(maxNo - blocked).toBe(capacity)
        const open = await world.cloud.find<Place>('places', { pool: sessionId, state: { $ne: 'BLOCKED' } })
        expect(open).toHaveLength(capacity)
        const holders = open.map(({ holder }) => holder)
        if (waiting !== undefined) expect(holders).toContain(personId(waiting))
      },
    }
  },
})

export const cases: WriteCase[] = [
  saveNew,
  saveWaiting,
  publish,
  propose,
  move,
  decide(true),
  decide(false),
  callOff(true),
  callOff(false),
  throwAway,
  resize(5, false),
  resize(1, false),
  resize(3, true),
]
