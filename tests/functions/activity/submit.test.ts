import { brokenInvariants } from '../../support/invariants'
import type { Activity, Notice, Place, Session, Task } from '../../../typings/documents'
import { change, DAY, HOUR, approvalIdOf, opId, saved, sessionIn, submitted } from '../drafts'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.orgs()
  await world.people(['dong', 'feng', 'anna', 'bert'])
  await world.grant('dong', ['EDIT', 'APPROVE'], 'org_S2')
  await world.grant('feng', ['EDIT'])
  await world.grant('he', ['APPROVE'])
  await world.grant('zheng', ['APPROVE'], 'org_S3')
  await world.grant('late', ['APPROVE'], 'org_R', { untilDate: '2020-01-01' })
})
afterAll(() => world.cloud.stop())
afterEach(async () => expect(await brokenInvariants(world.cloud)).toEqual([]))

const stored = async (_id: string) => (await world.cloud.find<Activity>('activities', { _id }))[0]
const sessionsOf = (activityId: string) => world.cloud.find<Session>('sessions', { activityId })
const task = async (_id: string) => (await world.cloud.find<Task>('tasks', { _id }))[0]
const submit = (openid: string, { activityId, rev }: { activityId: string; rev: number }) =>
  world.activities(openid, 'submit', { activityId, rev })

describe('without money', () => {
  test('it is published: listed, with its sessions, places and what must be done later', async () => {
    const kept = [{ label: '骑手', places: 3, employments: ['RIDER' as const] }]
    const { activityId } = await submitted(world, 'dong', {
      sessions: [sessionIn(72, world.now, { places: 5, kept }), sessionIn(48, world.now)],
    })
    expect(await stored(activityId)).toMatchObject({
      state: 'PUBLISHED',
      listed: true,
      draft: null,
      editorIds: [],
      applying: false,
      startAt: world.now + 48 * HOUR,
      sessions: 2,
    })
    const { sessions } = ok(await world.activities('anna', 'detail', { activityId }))
    expect(sessions.map(({ capacity, phase }) => ({ capacity, phase }))).toEqual([
      { capacity: 4, phase: 'OPEN' },
      { capacity: 5, phase: 'OPEN' },
    ])
    const [, split] = sessions
    expect(split?.segments.map(({ label, capacity }) => [label, capacity])).toEqual([
      ['骑手', 3],
      ['通用', 2],
    ])
    const sessionId = split?.sessionId ?? ''
    expect((await task(`FINISH:${sessionId}`))?.dueAt).toBe(world.now + 98 * HOUR)
    expect((await task(`LAPSE:${sessionId}`))?.dueAt).toBe(world.now + 72 * HOUR)
    expect((await task(`APPLY:${activityId}`))?.dueAt).toBe(0)
    expect(ok(await world.activities('anna', 'signUp', { sessionId, rulesVersion: 1 })).no).toBe(4)
  })

  test('a second tap, and the answer asked for again, publish it once', async () => {
    const editable = await saved(world, 'dong')
    const replies = await Promise.all([submit('dong', editable), submit('dong', editable)])
    expect(replies.map(codeOf)).toContain('OK')
    expect(ok(await submit('dong', editable))).toMatchObject({ state: 'PUBLISHED', changed: false })
    expect(await sessionsOf(editable.activityId)).toHaveLength(1)
  })

  test('a large hall has all its places', async () => {
    const { activityId } = await submitted(world, 'dong', {
      sessions: [sessionIn(50, world.now, { places: 1234 })],
    })
    expect(await world.cloud.count('places', { refId: activityId })).toBe(1234)
  })

  test('what is open to all has no numbers', async () => {
    const { activityId } = await submitted(world, 'dong', { mode: 'OPEN' })
    expect(await world.cloud.count('places', { refId: activityId })).toBe(0)
    expect(await sessionsOf(activityId)).toHaveLength(1)
  })
})

describe('not published', () => {
  test('another revision than the one that was read', async () => {
    const editable = await saved(world, 'dong')
    ok(await change(world, 'feng', editable, { title: '改过' }))
    expect(codeOf(await submit('dong', editable))).toBe('STALE_REV')
  })

  test('an old submission again, when it was written on meanwhile', async () => {
    const editable = await saved(world, 'dong', { budgetFen: 100 })
    const waiting = ok(await submit('dong', editable))
    ok(await change(world, 'feng', waiting, { title: '改过' }))
    expect(codeOf(await submit('dong', editable))).toBe('STALE_REV')
  })

  test('nothing new, or what waits already', async () => {
    const published = await submitted(world, 'dong')
    expect(codeOf(await submit('dong', published))).toBe('STATE_CHANGED')
    const waiting = await submitted(world, 'dong', { budgetFen: 100 })
    expect(codeOf(await submit('dong', waiting))).toBe('STATE_CHANGED')
  })

  test('what has begun', async () => {
    const editable = await saved(world, 'dong', { sessions: [sessionIn(3, world.now)] })
    await world.cloud.clock.advance(4 * HOUR)
    expect(await submit('dong', editable)).toMatchObject({
      code: 'TIME_ORDER',
      detail: { field: 'sessions.0.startAt' },
    })
    await world.cloud.clock.set(world.now)
  })

  const unfinished: [string, Parameters<typeof saved>[2], string][] = [
    ['without a session', { sessions: [] }, 'sessions'],
    ['with an empty note', { notes: ['早到', ''] }, 'notes.1'],
    [
      'with a choice of nothing',
      { questions: [{ key: 'a', label: '几人', kind: 'CHOICE', options: [], required: true }] },
      'questions.0.options',
    ],
  ]
  test.each(unfinished)('a draft %s', async (_, changes, field) => {
    const reply = await submit('dong', await saved(world, 'dong', changes))
    expect(reply).toMatchObject({ code: 'INVALID_INPUT', detail: { field } })
  })

  test('a session without a spot, without places, or that keeps more than it has', async () => {
    const spot = { name: '', address: '', lng: 0, lat: 0 }
    const kept = [{ label: '骑手', places: 9, employments: ['RIDER' as const] }]
    const fields = {
      spot: [{ spot }, 'spot.name'],
      places: [{ places: 0 }, 'places'],
      kept: [{ kept }, 'kept'],
    } as const
    for (const [changes, field] of Object.values(fields)) {
      const editable = await saved(world, 'dong', { sessions: [sessionIn(48, world.now, changes)] })
      expect(await submit('dong', editable)).toMatchObject({
        code: 'INVALID_INPUT',
        detail: { field: `sessions.0.${field}` },
      })
    }
  })

  test('risky words, wherever they stand; nor words that nobody could look at', async () => {
    const risky = { title: '违规样例', body: '违规样例', notes: ['违规样例'] }
    for (const [field, words] of Object.entries(risky)) {
      const editable = await saved(world, 'dong', { [field]: words })
      expect(await submit('dong', editable)).toMatchObject({ code: 'CONTENT_RISKY', detail: { field } })
    }
    const editable = await saved(world, 'dong')
    await world.cloud.script({ api: 'security.msgSecCheck', errCode: -1, times: 4 })
    expect(codeOf(await submit('dong', editable))).toBe('CONTENT_PENDING')
    expect(await stored(editable.activityId)).toMatchObject({ state: 'DRAFT', listed: false })
  })

  test('by staff of another organisation', async () => {
    const editable = await saved(world, 'feng', { orgId: 'org_S3' })
    expect(codeOf(await submit('dong', editable))).toBe('OUT_OF_SCOPE')
    // theirs as it is published, somebody else's as it was written
    const own = await submitted(world, 'dong')
    const moved = ok(await change(world, 'feng', own, { orgId: 'org_S3' }))
    expect(codeOf(await submit('dong', moved))).toBe('OUT_OF_SCOPE')
    expect(ok(await submit('feng', moved))).toMatchObject({ draftState: 'DRAFT', changed: false })
  })

  test('for an organisation that was closed meanwhile', async () => {
    const editable = await saved(world, 'feng', { orgId: 'org_U3' })
    await world.cloud.db.collection('orgs').where({ _id: 'org_U3' }).update({ open: false })
    expect(await submit('feng', editable)).toMatchObject({
      code: 'INVALID_INPUT',
      detail: { field: 'orgId' },
    })
    await world.cloud.db.collection('orgs').where({ _id: 'org_U3' }).update({ open: true })
  })
})

describe('with money', () => {
  test('it waits, and those who may decide are told: not who wrote it, not other organisations, not expired ones', async () => {
    const editable = await submitted(world, 'dong', { budgetFen: 360_000 })
    expect(editable).toMatchObject({ state: 'REVIEWING', draftState: 'REVIEWING' })
    const approvalId = approvalIdOf(editable)
    expect(await world.cloud.find('approvals', { _id: approvalId })).toMatchObject([
      { state: 'PENDING', amountFen: 360_000, orgPath: '/org_R/org_S2/', proposerId: personId('dong') },
    ])
    const told = await world.cloud.find<Notice>('notices', { trigger: 'APPROVAL_WAITING' })
    const mine = told.filter(({ _id }) => _id.endsWith(approvalId))
    expect(mine.map(one => one.personId)).toEqual([personId('he')])
    expect(mine[0]?.body).toContain('3600.00元')
    expect(codeOf(await world.activities('anna', 'detail', { activityId: editable.activityId }))).toBe(
      'NOT_FOUND',
    )
  })

  test('saving takes it back, and what was asked is void', async () => {
    const editable = await submitted(world, 'dong', { budgetFen: 100 })
    const after = ok(await change(world, 'feng', editable, { body: '改过' }))
    expect(after).toMatchObject({ state: 'DRAFT', draftState: 'DRAFT' })
    expect(await world.cloud.find('approvals', { _id: approvalIdOf(editable) })).toMatchObject([
      { state: 'VOID' },
    ])
  })

  test('of a published activity only a change of the money waits; until then the old terms hold', async () => {
    const draft = await submitted(world, 'dong')
    const words = ok(await change(world, 'dong', draft, { body: '新内容' }))
    const published = ok(await submit('dong', words))
    expect(published).toMatchObject({ state: 'PUBLISHED', draftState: 'DRAFT', changed: false })
    const money = ok(await change(world, 'dong', published, { budgetFen: 100, title: '新名字' }))
    expect(ok(await submit('dong', money))).toMatchObject({ state: 'PUBLISHED', draftState: 'REVIEWING' })
    const { activityId } = draft
    expect(ok(await world.activities('anna', 'detail', { activityId }))).toMatchObject({
      title: '防诈骗讲座',
      body: '新内容',
      rules: { version: 1 },
    })
  })

  test('money that another organisation is to answer for waits for a second person there', async () => {
    const asked = await submitted(world, 'dong', { budgetFen: 100 })
    const agree = (openid: string, approvalId: string) =>
      world.activities(openid, 'decide', { approvalId, agree: true })
    ok(await agree('he', approvalIdOf(asked)))
    const published = ok(await world.activities('dong', 'edit', { activityId: asked.activityId }))
    const moved = ok(await change(world, 'feng', published, { orgId: 'org_S3' }))
    const waiting = ok(await submit('feng', moved))
    expect(waiting).toMatchObject({ state: 'PUBLISHED', draftState: 'REVIEWING' })
    expect(codeOf(await agree('dong', approvalIdOf(waiting)))).toBe('OUT_OF_SCOPE')
    ok(await agree('zheng', approvalIdOf(waiting)))
    expect(await stored(asked.activityId)).toMatchObject({ orgId: 'org_S3', orgPath: '/org_R/org_S3/' })
  })

  test('who submits what another wrote does not decide on it either', async () => {
    await world.grant('gao', ['EDIT', 'APPROVE'])
    await world.grant('hu', ['EDIT', 'APPROVE'])
    const editable = await saved(world, 'dong', { budgetFen: 100 })
    // in the same instant: one of them may ask, and the other one lay it before
    await Promise.all(['gao', 'hu'].map(openid => submit(openid, editable)))
    const { editorIds = [], draftState } = (await stored(editable.activityId)) ?? {}
    expect(draftState).toBe('REVIEWING')
    expect(editorIds.at(-1)).toBe(personId('dong'))
    const winner = ['gao', 'hu'].filter(openid => editorIds.includes(personId(openid)))
    expect(winner).toHaveLength(1)
    const approvalId = `apv_ACTIVITY_${editable.activityId}_${editable.rev}`
    const decided = await world.activities(winner[0], 'decide', { approvalId, agree: true })
    expect(codeOf(decided)).toBe('SELF_REVIEW')
  })
})

describe('changes of what is published', () => {
  async function withHolder() {
    const editable = await submitted(world, 'dong')
    const [{ sessionId } = { sessionId: '' }] = editable.sessions
    await world.people([`holder-${editable.activityId}`])
    const holder = `holder-${editable.activityId}`
    ok(await world.activities(holder, 'signUp', { sessionId, rulesVersion: 1 }))
    return { editable, sessionId, holder }
  }

  test('a new time moves session, places and queue, tells the holders, and is a new version of the rules', async () => {
    const { editable, sessionId } = await withHolder()
    const feng = personId('feng')
    const wait = {
      sessionId,
      personId: feng,
      state: 'WAITING',
      n: 1,
      employment: 'OFFICE',
      rid: '',
      endedAt: 0,
    }
    await world.add('waits', [
      { ...wait, _id: `${sessionId}/w1`, liveKey: `${sessionId}|${feng}`, startAt: 1, endAt: 2 },
    ])
    const places = { pool: sessionId, state: 'HELD' }
    await world.cloud.db.collection('places').where(places).update({ step: 'REMIND_SOON', due: 5 })
    const to = sessionIn(96, world.now, {
      sessionId,
      spot: { name: '三层', address: '', lng: 116.4, lat: 39.9 },
    })
    ok(await submit('dong', ok(await change(world, 'dong', editable, { sessions: [to] }))))
    const { startAt, endAt } = to
    expect(await sessionsOf(editable.activityId)).toMatchObject([
      { startAt, endAt, spot: { name: '三层' }, movedAt: expect.any(Number) as number },
    ])
    expect(await world.cloud.count('places', { pool: sessionId, startAt, endAt })).toBe(4)
    expect(await world.cloud.find<Place>('places', places)).toMatchObject([
      { step: 'REMIND_DAY', due: startAt - DAY },
    ])
    expect(await world.cloud.find('waits', { sessionId })).toMatchObject([{ startAt, endAt }])
    expect(await stored(editable.activityId)).toMatchObject({
      startAt,
      endAt,
      spot: '三层',
      rules: { version: 2 },
    })
    expect((await task(`CHANGED:${sessionId}`))?.text).toBe(
      '时间改为9月20日（周日）10:00–12:00，地点改为三层',
    )
    expect((await task(`FINISH:${sessionId}`))?.dueAt).toBe(endAt + DAY)
    expect((await task(`LAPSE:${sessionId}`))?.dueAt).toBe(startAt)
    const reply = await world.activities('bert', 'signUp', { sessionId, rulesVersion: 1 })
    expect(codeOf(reply)).toBe('RULES_CHANGED')
    await world.cloud.db.collection('waits').where({ sessionId }).remove()
  })

  test('a new name is told to all, new rules are read anew, a new body is neither', async () => {
    const { editable } = await withHolder()
    const { activityId } = editable
    const body = ok(await submit('dong', ok(await change(world, 'dong', editable, { body: '改过' }))))
    expect((await stored(activityId))?.rules.version).toBe(1)
    const notes = ok(await submit('dong', ok(await change(world, 'dong', body, { notes: ['带水'] }))))
    expect((await stored(activityId))?.rules).toMatchObject({ version: 2, notes: ['带水'] })
    expect(await task(`CHANGED:${activityId}`)).toBeUndefined()
    ok(await submit('dong', ok(await change(world, 'dong', notes, { title: '反诈讲座' }))))
    expect((await stored(activityId))?.rules.version).toBe(3)
    expect((await task(`CHANGED:${activityId}`))?.text).toBe('名称改为“反诈讲座”')
  })

  test('a session is added, those that are there stay', async () => {
    const { editable, sessionId } = await withHolder()
    const sessions = [...editable.draft.sessions, sessionIn(120, world.now, { places: 2 })]
    const done = ok(await submit('dong', ok(await change(world, 'dong', editable, { sessions }))))
    expect(done.sessions).toMatchObject([
      { sessionId, held: 1, capacity: 4 },
      { capacity: 2, held: 0 },
    ])
    expect((await stored(editable.activityId))?.times).toHaveLength(2)
  })

  test('neither a new session nor a new time lies in the past; what runs may be changed otherwise', async () => {
    const { editable, sessionId } = await withHolder()
    await world.cloud.clock.set(world.now + 49 * HOUR)
    const [running] = editable.draft.sessions
    if (!running) throw new Error('it has a session')
    const submitWith = async (session: typeof running) => {
      const { activityId } = editable
      const now = ok(await world.activities('dong', 'edit', { activityId }))
      return submit('dong', ok(await change(world, 'dong', now, { sessions: [session] })))
    }
    const earlier = { ...running, startAt: running.startAt - HOUR, closeAt: running.closeAt - HOUR }
    expect(await submitWith(earlier)).toMatchObject({
      code: 'TIME_ORDER',
      detail: { field: 'sessions.0.startAt' },
    })
    const longer = { ...running, endAt: running.endAt + HOUR }
    expect(codeOf(await submitWith(longer))).toBe('OK')
    expect((await task(`FINISH:${sessionId}`))?.dueAt).toBe(running.endAt + HOUR + DAY)
    await world.cloud.clock.set(world.now)
  })
})

test('a save while a publication was cut off finishes it first', async () => {
  const editable = await saved(world, 'dong')
  const { activityId } = editable
  for (let call = 6; ; call++) {
    await world.cloud.faults.add({ function: 'activity', action: 'submit', killAfterCall: call })
    await submit('dong', editable).catch(() => undefined)
    await world.cloud.faults.reset()
    if ((await stored(activityId))?.applying) break
  }
  const now = ok(await world.activities('feng', 'edit', { activityId }))
  expect(now.state).toBe('DRAFT')
  const late = { activityId, opId: opId(), rev: now.rev, draft: { ...now.draft, title: '晚到' } }
  expect(codeOf(await world.activities('feng', 'save', late))).toBe('STALE_REV')
  expect(await stored(activityId)).toMatchObject({ state: 'PUBLISHED', title: '防诈骗讲座', applying: false })
})

test('once it was decided, a publication is completed by the clock alone', async () => {
  for (let killAfterCall = 5; killAfterCall < 17; killAfterCall++) {
    const editable = await saved(world, 'dong')
    const { activityId } = editable
    await world.cloud.faults.add({ function: 'activity', action: 'submit', killAfterCall })
    await submit('dong', editable).catch(() => undefined)
    await world.cloud.faults.reset()
    const { applying: begun = false, state } = (await stored(activityId)) ?? {}
    await world.cloud.clock.advance(2 * 60_000)
    await world.cloud.timer('jobs')
    const decided = begun || state === 'PUBLISHED'
    expect(await stored(activityId)).toMatchObject({ state: decided ? 'PUBLISHED' : 'DRAFT' })
    expect(await world.cloud.count('places', { refId: activityId })).toBe(decided ? 4 : 0)
  }
  await world.cloud.clock.set(world.now)
})
