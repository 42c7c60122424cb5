import type { Activity } from '../../../typings/documents'
import { init } from '@cloudbase/node-sdk'
import { change, DAY, draftFrom, HOUR, opId, saved, sessionIn, submitted } from '../drafts'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.orgs()
  await world.people(['dong'])
  await world.grant('dong', ['EDIT'], 'org_S2')
  await world.people(['feng'])
  await world.grant('feng', ['EDIT'])
})
afterAll(() => world.cloud.stop())

const stored = async (_id: string) => (await world.cloud.find<Activity>('activities', { _id }))[0]
const save = (openid: string, input: object) =>
  world.activities(openid, 'save', { opId: opId(), rev: 0, draft: draftFrom(world.now), ...input })

describe('a new draft', () => {
  test('is kept, seen by nobody outside, and shows what it will be', async () => {
    const editable = await saved(world, 'dong', {
      title: '读书会',
      sessions: [sessionIn(30, world.now), sessionIn(6, world.now)],
    })
    expect(editable).toMatchObject({
      state: 'DRAFT',
      draftState: 'DRAFT',
      rev: 1,
      changed: true,
      updatedBy: '',
      sessions: [],
    })
    expect(await stored(editable.activityId)).toMatchObject({
      title: '读书会',
      orgPath: '/org_R/org_S2/',
      listed: false,
      startAt: world.now + 6 * HOUR,
      endAt: world.now + 32 * HOUR,
      editorIds: [personId('dong')],
    })
    const { activityId } = editable
    expect(codeOf(await world.activities('dong', 'detail', { activityId }))).toBe('NOT_FOUND')
  })

  test('may be unfinished', async () => {
    const spot = { name: '', address: '', lng: 0, lat: 0 }
    const sessions = [sessionIn(30, world.now, { spot, places: 0 })]
    expect((await saved(world, 'dong', { sessions, notes: [''] })).draft.notes).toEqual([''])
    expect((await saved(world, 'dong', { sessions: [] })).draft.sessions).toEqual([])
  })

  test('sent twice it is one, with another content the second is refused', async () => {
    const input = { opId: opId(), rev: 0, draft: draftFrom(world.now) }
    const [one, two] = await Promise.all([save('dong', input), save('dong', input)])
    expect(ok(one).activityId).toBe(ok(two).activityId)
    expect(ok(await save('dong', input)).rev).toBe(1)
    const other = { ...input, draft: draftFrom(world.now, { title: '另一个' }) }
    expect(codeOf(await save('dong', other))).toBe('OP_MISMATCH')
    const { activityId } = ok(await save('feng', input))
    expect(activityId).not.toBe(ok(one).activityId)
  })

  test('belongs to an organisation of the caller', async () => {
    expect(codeOf(await save('dong', { draft: draftFrom(world.now, { orgId: 'org_S3' }) }))).toBe(
      'OUT_OF_SCOPE',
    )
    expect(codeOf(await save('dong', { draft: draftFrom(world.now, { orgId: 'org_R' }) }))).toBe(
      'OUT_OF_SCOPE',
    )
    expect((await saved(world, 'dong', { orgId: 'org_U2' })).orgName).toBe('环卫一队工会')
    const reply = await save('feng', { draft: draftFrom(world.now, { orgId: 'org_nobody' }) })
    expect(reply).toMatchObject({ code: 'INVALID_INPUT', detail: { field: 'orgId' } })
    await world.add('orgs', [{ _id: 'org_shut', path: '/org_R/org_shut/', name: '已停', open: false }])
    expect(codeOf(await save('feng', { draft: draftFrom(world.now, { orgId: 'org_shut' }) }))).toBe(
      'INVALID_INPUT',
    )
  })
})

describe('over what is there', () => {
  test('the revision must be the one that was read, also for two at once', async () => {
    const editable = await saved(world, 'dong')
    const both = await Promise.all([
      change(world, 'dong', editable, { title: '一号稿' }),
      change(world, 'feng', editable, { title: '二号稿' }),
    ])
    expect(both.map(codeOf).sort()).toEqual(['OK', 'STALE_REV'])
    expect(codeOf(await change(world, 'dong', editable, { title: '三号稿' }))).toBe('STALE_REV')
    expect((await stored(editable.activityId))?.rev).toBe(2)
  })

  test('a lost answer may be asked for again, not with other words', async () => {
    const editable = await saved(world, 'dong')
    const input = {
      activityId: editable.activityId,
      opId: opId(),
      rev: 1,
      draft: { ...editable.draft, title: '改了' },
    }
    ok(await save('dong', input))
    expect(ok(await save('dong', input))).toMatchObject({ rev: 2, draft: { title: '改了' } })
    const other = { ...input, draft: { ...input.draft, title: '又改' } }
    expect(codeOf(await save('dong', other))).toBe('OP_MISMATCH')
  })

  test('who saved last is named to others, masked', async () => {
    const editable = await saved(world, 'dong')
    ok(await change(world, 'feng', editable, { title: '冯改的' }))
    const { activityId } = editable
    expect(ok(await world.activities('dong', 'edit', { activityId })).updatedBy).toBe('测**')
    expect(ok(await world.activities('feng', 'edit', { activityId })).updatedBy).toBe('')
    expect((await stored(activityId))?.editorIds).toEqual([personId('dong'), personId('feng')])
  })

  test('nobody edits what lies outside their organisation, or is not there', async () => {
    const editable = await saved(world, 'feng', { orgId: 'org_S3' })
    expect(codeOf(await change(world, 'dong', editable, { orgId: 'org_S2' }))).toBe('OUT_OF_SCOPE')
    expect(codeOf(await world.activities('dong', 'edit', { activityId: editable.activityId }))).toBe(
      'OUT_OF_SCOPE',
    )
    const activityId = 'ac_01TEST00000000000000009999'
    expect(codeOf(await world.activities('dong', 'edit', { activityId }))).toBe('NOT_FOUND')
    expect(codeOf(await save('dong', { activityId, rev: 1 }))).toBe('NOT_FOUND')
  })

  test('what is called off or finished is not written any more', async () => {
    for (const state of ['CALLED_OFF', 'FINISHED'] as const) {
      const { activityId } = await world.activity({ state })
      const editable = ok(await world.activities('feng', 'edit', { activityId }))
      expect(codeOf(await change(world, 'feng', editable, { title: '新名字' }))).toBe('STATE_CHANGED')
    }
  })
})

describe('over what is published', () => {
  test('only the draft changes, until it is submitted', async () => {
    const editable = await submitted(world, 'dong')
    const { activityId } = editable
    expect(editable).toMatchObject({ state: 'PUBLISHED', changed: false })
    const after = ok(await change(world, 'dong', editable, { title: '新名字' }))
    expect(after).toMatchObject({ state: 'PUBLISHED', changed: true, draft: { title: '新名字' } })
    expect(ok(await world.activities('dong', 'detail', { activityId })).title).toBe('防诈骗讲座')
  })

  test('a session may be added and not dropped, its places are left alone', async () => {
    const editable = await submitted(world, 'dong')
    const [session] = editable.draft.sessions
    if (!session) throw new Error('it has a session')
    const added = [session, sessionIn(72, world.now)]
    expect(ok(await change(world, 'dong', editable, { sessions: added })).draft.sessions).toHaveLength(2)
    const again = ok(await world.activities('dong', 'edit', { activityId: editable.activityId }))
    expect(await change(world, 'dong', again, { sessions: [sessionIn(72, world.now)] })).toMatchObject({
      code: 'STATE_CHANGED',
      detail: { field: 'sessions' },
    })
    expect(await change(world, 'dong', again, { sessions: [{ ...session, places: 5 }] })).toMatchObject({
      code: 'INVALID_INPUT',
      detail: { field: 'sessions.0.places' },
    })
    const kept = [{ label: '骑手', places: 2, employments: ['RIDER' as const] }]
    expect(await change(world, 'dong', again, { sessions: [{ ...session, kept }] })).toMatchObject({
      code: 'INVALID_INPUT',
      detail: { field: 'sessions.0.kept' },
    })
    const foreign = { ...session, sessionId: 'se_01TEST00000000000000009999' }
    expect(codeOf(await change(world, 'dong', again, { sessions: [session, foreign] }))).toBe('INVALID_INPUT')
    expect(codeOf(await change(world, 'dong', again, { mode: 'OPEN' }))).toBe('INVALID_INPUT')
  })

  test('a session that is over stays as it was', async () => {
    const { activityId, sessionIds } = await world.activity({ starts: [24, 48] })
    await world.cloud.db
      .collection('sessions')
      .doc(sessionIds[0] ?? '')
      .update({ state: 'CALLED_OFF' })
    const editable = ok(await world.activities('feng', 'edit', { activityId }))
    const [off, on] = editable.draft.sessions
    if (!off || !on) throw new Error('it has two sessions')
    const moved = { ...off, spot: { ...off.spot, name: '别处' } }
    expect(await change(world, 'feng', editable, { sessions: [moved, on] })).toMatchObject({
      code: 'STATE_CHANGED',
      detail: { field: 'sessions.0' },
    })
    const other = { ...on, spot: { ...on.spot, name: '别处' } }
    expect(codeOf(await change(world, 'feng', editable, { sessions: [off, other] }))).toBe('OK')
  })
})

describe('what the form may hold', () => {
  const wrong: [string, Parameters<typeof draftFrom>[1], string][] = [
    ['a title of one character', { title: '讲' }, 'draft.title'],
    ['a title of 41 characters', { title: '讲'.repeat(41) }, 'draft.title'],
    ['a body beyond 2,000', { body: '讲'.repeat(2001) }, 'draft.body'],
    ['eleven notes', { notes: Array.from({ length: 11 }, () => '请早到') }, 'draft.notes'],
    ['half a fen', { budgetFen: 0.5 }, 'draft.budgetFen'],
    ['money without end', { budgetFen: 10_000_000_000 }, 'draft.budgetFen'],
    ['a group of 201', { groupMax: 201 }, 'draft.groupMax'],
    ['a cover that is not in covers/', { coverId: 'cloud://x.y/other/a.jpg' }, 'draft.coverId'],
  ]
  test.each(wrong)('not %s', async (_, changes, field) => {
    expect(await save('dong', { draft: draftFrom(world.now, changes) })).toMatchObject({
      code: 'INVALID_INPUT',
      detail: { field },
    })
  })

  test('not a session outside China, with too many places, or two questions of one key', async () => {
    const session = sessionIn(48, world.now)
    const question = { key: 'a', label: '几人', kind: 'TEXT' as const, options: [], required: false }
    const drafts = [
      { sessions: [{ ...session, spot: { ...session.spot, lng: -0.1 } }] },
      { sessions: [{ ...session, places: 2001 }] },
      { sessions: Array.from({ length: 31 }, () => session) },
      { questions: [question, question] },
      { questions: [{ ...question, key: 'constructor' }] },
    ]
    for (const changes of drafts)
      expect(codeOf(await save('dong', { draft: draftFrom(world.now, changes) }))).toBe('INVALID_INPUT')
  })

  test('times in their order; the field is named', async () => {
    const { now } = world
    const disorder = [
      [{ closeAt: now - 2 * HOUR }, 'closeAt'],
      [{ closeAt: now + 49 * HOUR }, 'closeAt'],
      [{ endAt: now + 48 * HOUR }, 'endAt'],
    ] as const
    for (const [changes, field] of disorder) {
      const draft = draftFrom(now, { sessions: [sessionIn(20, now), sessionIn(48, now, changes)] })
      expect(await save('dong', { draft })).toMatchObject({
        code: 'TIME_ORDER',
        detail: { field: `sessions.1.${field}` },
      })
    }
  })

  test('a walk of some weeks may be joined while it runs, another walk not', async () => {
    const { now } = world
    const weeks = { endAt: now + 30 * DAY, closeAt: now + 29 * DAY }
    const draft = draftFrom(now, { kind: 'WALK', sessions: [sessionIn(24, now, weeks)] })
    expect(codeOf(await save('dong', { draft }))).toBe('OK')
    expect(codeOf(await save('dong', { draft: { ...draft, kind: 'LECTURE' } }))).toBe('TIME_ORDER')
    const short = sessionIn(24, now, { closeAt: now + 25 * HOUR })
    expect(codeOf(await save('dong', { draft: { ...draft, sessions: [short] } }))).toBe('TIME_ORDER')
  })
})

describe('a cover', () => {
  const JPEG = [0xff, 0xd8, 0xff, 0xe0]
  const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

  async function upload(name: string, bytes: Buffer): Promise<string> {
    const { TCB_CONTEXT_CNFG = '' } = world.cloud.sdk()
    const { URL: serviceUrl } = JSON.parse(TCB_CONTEXT_CNFG) as { URL: string }
    const app = init({ env: 'local', secretId: 'test', secretKey: 'test', serviceUrl })
    const { fileID } = await app.uploadFile({ cloudPath: `covers/${name}`, fileContent: bytes })
    return fileID
  }
  const withCover = (coverId: string) => save('dong', { draft: draftFrom(world.now, { coverId }) })

  test('is looked at and shown', async () => {
    const coverId = await upload('a1.jpg', Buffer.from([...JPEG, 1, 2, 3]))
    const { coverUrl = '', activityId, rev } = ok(await withCover(coverId))
    expect((await fetch(coverUrl)).headers.get('content-type')).toBe('image/jpeg')
    ok(await world.activities('dong', 'submit', { activityId, rev }))
    const { items } = ok(await world.activities('dong', 'list', { kind: 'LECTURE' }))
    expect(items.find(item => item.activityId === activityId)?.coverUrl).toBe(coverUrl)
    expect((await world.cloud.outbox()).map(({ api }) => api)).toContain('security.imgSecCheck')
    expect((await upload('b1.png', Buffer.from(PNG))) && codeOf(await withCover(coverId))).toBe('OK')
  })

  test('that lies about what it is, is too large or is not there, is rejected', async () => {
    const files = [
      await upload('lie.jpg', Buffer.from(PNG)),
      await upload('text.png', Buffer.from('GIF89a')),
      await upload('large.jpg', Buffer.concat([Buffer.from(JPEG), Buffer.alloc(1024 * 1024)])),
      (await upload('gone.jpg', Buffer.from(JPEG))).replace('gone', 'never'),
    ]
    for (const file of files)
      expect(await withCover(file)).toMatchObject({ code: 'FILE_REJECTED', detail: { field: 'coverId' } })
  })

  test('that must not be shown is refused; one that nobody could look at is saved, and not published', async () => {
    const coverId = await upload('risky.jpg', Buffer.from(JPEG))
    const checked = (errCode: number) => world.cloud.script({ api: 'security.imgSecCheck', errCode })
    await checked(87014)
    expect(codeOf(await withCover(coverId))).toBe('CONTENT_RISKY')
    await checked(-1)
    const { activityId, rev } = ok(await withCover(coverId))
    const submit = () => world.activities('dong', 'submit', { activityId, rev })
    await checked(-1)
    expect(codeOf(await submit())).toBe('CONTENT_PENDING')
    await checked(87014)
    expect(await submit()).toMatchObject({ code: 'CONTENT_RISKY', detail: { field: 'coverId' } })
    expect(codeOf(await submit())).toBe('OK')
  })

  test('that became another picture after it was saved is looked at again before it is published', async () => {
    const coverId = await upload('swapped.jpg', Buffer.from(JPEG))
    const { activityId, rev } = ok(await withCover(coverId))
    await upload('swapped.jpg', Buffer.concat([Buffer.from(JPEG), Buffer.alloc(1024 * 1024)]))
    expect(await world.activities('dong', 'submit', { activityId, rev })).toMatchObject({
      code: 'FILE_REJECTED',
      detail: { field: 'coverId' },
    })
  })

  test('of more pixels than WeChat looks at is rejected', async () => {
    const coverId = await upload('wide.jpg', Buffer.from(JPEG))
    await world.cloud.script({ api: 'security.imgSecCheck', errCode: 40006 })
    expect(await withCover(coverId)).toMatchObject({ code: 'FILE_REJECTED', detail: { field: 'coverId' } })
  })
})
