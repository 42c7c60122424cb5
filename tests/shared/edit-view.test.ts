import {
  editView,
  savedBy,
  type EditModel,
} from '../../miniprogram/packages/staff/pages/activity-edit/activity-edit.view'
import { consequences, nothingNew } from '../../miniprogram/packages/staff/pages/activity-edit/consequences'
import { anchorOf, draftField } from '../../miniprogram/packages/staff/pages/activity-edit/fields'
import {
  fenOf,
  newQuestion,
  stillWrong,
  trimmed,
  yuanOf,
} from '../../miniprogram/packages/staff/pages/activity-edit/parts'
import { draft, draftSession, published } from './draft-sample'
import { at } from './sample'

const model: EditModel = {
  draft,
  orgName: '和顺街道总工会',
  cover: '',
  problems: [],
  online: true,
  resumed: false,
}

test('the form says in words where the activity stands and what was kept when', () => {
  const status = (change: Partial<EditModel>) => {
    const { saved, state, strip } = editView({ ...model, ...change })
    return [saved, state.before, strip?.text ?? ''].filter(Boolean).join('｜')
  }
  expect(status({})).toBe('写的内容会自动保存｜新活动')
  expect(status({ keptAt: at('2026-09-16T09:58:00') })).toBe('已自动保存 09:58｜新活动')
  expect(status({ online: false })).toBe('当前无网络，写的内容留在本机｜新活动')
  const returned = {
    ...published,
    state: 'DRAFT',
    draftState: 'RETURNED',
    reason: '请写明每人材料费',
  } as const
  expect(status({ editable: returned })).toBe('已保存 9月15日 16:20｜被退回｜退回原因：请写明每人材料费')
  expect(status({ editable: { ...published, state: 'REVIEWING' } })).toMatch(
    /待复核.*和顺街道总工会.*保存修改会撤回/,
  )
  expect(status({ editable: published })).toMatch(/已发布.*会通知持有名额的职工.*改名额/)
  expect(status({ editable: { ...published, changed: true } })).toMatch(/有修改未发布/)
})

test('public money wants a second person: any of a new activity, each change of a published one', () => {
  const button = (change: Partial<EditModel>) => editView({ ...model, ...change }).button
  const money = { ...draft, budgetFen: 360_000 }
  const agreed = { ...published, draft: { ...published.draft, budgetFen: 360_000 } }
  expect(button({})).toBe('发布')
  expect(button({ draft: money })).toBe('提交复核')
  expect(button({ draft: money, editable: agreed })).toBe('发布修改')
  expect(button({ draft, editable: agreed })).toBe('提交复核')
})

test('a published session changes its places by themselves and cannot be dropped; a new one beside it can', () => {
  const sessions = [{ ...draftSession, sessionId: 'se_1' }, draftSession]
  const views = editView({ ...model, editable: published, draft: { ...draft, sessions } }).sessions
  expect(views).toMatchObject([
    { title: '第 1 场', locked: true, removable: false },
    { title: '第 2 场', locked: false, removable: true },
  ])
  expect(editView(model).sessions).toMatchObject([
    { title: '', removable: false, kept: '新就业形态 1–12 号', rest: '其余 13–36 号不限' },
  ])
})

test('an error of the server stands at its field, and the page scrolls there', () => {
  const problems = [
    { field: draftField('draft.sessions.1.spot.name'), text: '请填写地点' },
    { field: draftField('title'), text: '请改名称' },
    { field: 'questions.0.options', text: '至少两个选项' },
  ]
  const view = editView({ ...model, draft: { ...draft, sessions: [draftSession, draftSession] }, problems })
  expect(view.sessions.map(({ problems: { spot } }) => spot)).toEqual(['', '请填写地点'])
  expect(view.problems).toMatchObject({ title: '请改名称', questions: '至少两个选项', notes: '' })
  expect(problems.map(({ field }) => anchorOf(field))).toEqual([
    'session-1',
    'field-title',
    'field-questions',
  ])
  expect(stillWrong(problems, { title: '' }).map(({ field }) => field)).toEqual([
    'sessions.1.spot.name',
    'questions.0.options',
  ])
})

test('before a published activity changes, the form says who is told of what', () => {
  const words = (change: Parameters<typeof consequences>[1], editable = published) =>
    consequences(editable, change).map(({ text }) => text)
  const [session] = published.draft.sessions
  const later = { ...session!, startAt: session!.startAt + 86_400_000, endAt: session!.endAt + 86_400_000 }
  expect(words({ ...published.draft, sessions: [later] })).toEqual([
    '时间由 9月24日（周四）15:00–17:00 改为 9月25日（周五）15:00–17:00。',
    '持有名额的 20 位职工会收到通知，不便参加的可以免责取消。',
  ])
  const elsewhere = { ...session!, spot: { ...session!.spot, name: '区职工之家' } }
  expect(words({ ...published.draft, title: '花灯', sessions: [elsewhere, draftSession] })).toEqual([
    '名称由“中秋手作”改为“花灯”，地点由金桥街道职工之家改为区职工之家。',
    '持有名额的 20 位职工会收到通知，不便参加的可以免责取消。',
    '新增 1 场，发布后按报名时间开放。',
  ])
  expect(words({ ...published.draft, body: '别的介绍' })).toEqual([])
  const free = { ...published, sessions: [{ ...published.sessions[0]!, held: 0 }] }
  expect(words({ ...published.draft, title: '花灯' }, free)).toEqual([
    '名称由“中秋手作”改为“花灯”。',
    '还没有人报名，不发通知。',
  ])
  expect(consequences(undefined, { ...draft, budgetFen: 360_000 }).map(({ text }) => text)).toEqual([
    '预算 ¥3,600.00，由另一位有审批权限的同事复核后才发布。',
  ])
})

test('with a draft saved before, the form compares with what is in force', () => {
  const { title, orgId, budgetFen, sessions } = published.draft
  const inForce = { title, orgId, budgetFen, sessions }
  const [session] = sessions
  const later = { ...session!, startAt: session!.startAt + 86_400_000, endAt: session!.endAt + 86_400_000 }
  const moved = { ...published.draft, sessions: [later] }
  const editable = { ...published, changed: true, draft: moved, inForce }
  const words = (change: Parameters<typeof consequences>[1]) =>
    consequences(editable, change).map(({ text }) => text)
  expect(words(moved)[0]).toBe('时间由 9月24日（周四）15:00–17:00 改为 9月25日（周五）15:00–17:00。')
  expect(words(published.draft)).toEqual([])
  expect(words({ ...published.draft, budgetFen: 100 })).toEqual([expect.stringMatching(/^预算 ¥1.00/)])
  expect(editView({ ...model, draft: { ...moved, budgetFen: 100 }, editable }).button).toBe('提交复核')
})

test('another organisation that is to answer for the money is agreed to by a second person', () => {
  const paid = { ...published, draft: { ...published.draft, budgetFen: 100 } }
  expect(editView({ ...model, draft: { ...paid.draft, orgId: 'org_S3' }, editable: paid }).button).toBe(
    '提交复核',
  )
  expect(
    editView({ ...model, draft: { ...published.draft, orgId: 'org_S3' }, editable: published }).button,
  ).toBe('发布修改')
})

test('yuan as they are typed become fen and back', () => {
  expect(['3600', '0.1', '19.99', '', '.', '12.345'].map(fenOf)).toEqual([360_000, 10, 1999, 0, 0, 1235])
  expect([360_000, 1999, 0].map(yuanOf)).toEqual(['3600', '19.99', ''])
})

test('what is sent carries no stray blanks, and a question by text no options', () => {
  const question = {
    ...newQuestion([{ key: 'q4', label: '', kind: 'TEXT', options: [], required: true }]),
    label: ' 尺码 ',
  }
  expect(question.key).toBe('q5')
  const sent = trimmed({ ...draft, title: ' 花灯 ', questions: [{ ...question, options: ['大'] }] })
  expect(sent).toMatchObject({ title: '花灯', questions: [{ label: '尺码', options: [] }] })
})

test('the other version says whose it is', () => {
  expect(savedBy({ ...published, updatedBy: '董*' })).toBe('董* 9月15日 16:20 ')
  expect(savedBy(published)).toBe('您在另一处 9月15日 16:20 ')
})

test('what is published already, or waits already, is not sent once more', () => {
  expect(nothingNew(published, published.draft)).toBe('没有要发布的修改')
  expect(nothingNew({ ...published, draftState: 'REVIEWING' }, published.draft)).toMatch(/等同事复核/)
  expect(nothingNew({ ...published, draftState: 'RETURNED', state: 'DRAFT' }, published.draft)).toBe('')
  expect(nothingNew({ ...published, changed: true }, published.draft)).toBe('')
  expect(nothingNew(published, draft)).toBe('')
  expect(nothingNew(undefined, draft)).toBe('')
})
