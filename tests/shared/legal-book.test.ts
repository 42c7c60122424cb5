import { bookView, doneView } from '../../miniprogram/packages/legal/pages/book/book.view'
import { fileLines, fileProblem } from '../../miniprogram/packages/legal/pages/book/files'
import {
  emptyDraft,
  fitting,
  intakeOf,
  isSkipped,
  problemOf,
  questionsOf,
  stepAfterChoosing,
  type Draft,
} from '../../miniprogram/packages/legal/pages/book/intake'
import { questionView } from '../../miniprogram/packages/legal/pages/book/question.view'
import { refusalOf, stepOf } from '../../miniprogram/packages/legal/pages/book/refusal'
import { reviewRows } from '../../miniprogram/packages/legal/pages/book/review.view'
import { freeSlotsOf, nearestTo } from '../../miniprogram/packages/legal/pages/book/slot-choice'
import { slotsView } from '../../miniprogram/packages/legal/pages/book/slots.view'
import { messages, type ErrorCode } from '../../miniprogram/shared/errors'
import type { FreeSlots, LegalService } from '../../typings/api/legal'
import type { ErrorDetail } from '../../typings/contract'
import { NOW } from './sample'

const TODAY = '2026-09-16'
const service: LegalService = {
  ...{ serviceId: 'ls_wages', name: '欠薪', intro: '', modes: ['PHONE', 'TEXT'], minutes: 30 },
  ...{ claimTypes: ['WAGES', 'OVERTIME'], needsOpponent: true, open: true, order: 1, rev: 1 },
}
const review: LegalService = { ...service, claimTypes: ['CONTRACT_REVIEW'], needsOpponent: false }
const slots: FreeSlots = {
  days: [
    { date: '2026-09-16', kind: 'WORKDAY', free: 0 },
    { date: '2026-09-17', kind: 'WORKDAY', free: 3 },
    { date: '2026-09-20', kind: 'MAKEUP', free: 1 },
    { date: '2026-09-25', kind: 'HOLIDAY', name: '中秋节', free: 0 },
    { date: '2027-01-04', kind: 'WORKDAY', pending: true, free: 0 },
  ],
  lawyers: [
    { lawyerId: 'lw_ye', name: '叶律师', firm: '明理演示所' },
    { lawyerId: 'lw_han', name: '韩律师', firm: '和衡演示所' },
  ],
  slots: {
    '2026-09-17': { 0: [[840, 30, 2]], 1: [[1170, 30, 1]] },
    '2026-09-20': { 1: [[1140, 30, 1]] },
  },
}
const free = freeSlotsOf(slots)
const [first, second, evening, sunday] = free
const none = { date: '', slotId: '', declined: [] }
const full: Draft = {
  ...emptyDraft,
  ...{
    step: 'review',
    mode: 'PHONE',
    slot: first,
    claimType: 'WAGES',
    opponents: ['演示云栈物流有限公司', ' '],
  },
  facts: '七月的工资一直没有发，问了三次。',
}

test('runs are single hours with the names that the server knows them by, the earliest first', () => {
  expect(free.map(({ slotId }) => slotId)).toEqual([
    'sl_lw_ye_20260917_1400',
    'sl_lw_ye_20260917_1430',
    'sl_lw_han_20260917_1930',
    'sl_lw_han_20260920_1900',
  ])
})

test('the two weeks say what is free, which days are off, worked or not announced', () => {
  const { month, days, legend } = slotsView(slots, free, none)
  expect(month).toBe('2026年9月–1月')
  expect(days.map(({ weekday, day, left, mark, free: able }) => [weekday, day, left, mark, able])).toEqual([
    ['今天', '16', '—', '', false],
    ['四', '17', '余3', '', true],
    ['日', '20', '余1', '班', true],
    ['五', '25', '—', '休', false],
    ['一', '4', '—', '待定', false],
  ])
  expect(days[3]?.label).toBe('9月25日（周五），中秋节放假，没有空档')
  expect(legend.map(({ mark }) => mark)).toEqual(['休', '班', '待定'])
})

test('the first day with a free hour is open; the chosen one when there is one', () => {
  expect(slotsView(slots, free, none).date).toBe('9月17日（周四）')
  const { date, lawyers } = slotsView(slots, free, {
    ...none,
    date: '2026-09-20',
    slotId: sunday?.slotId ?? '',
  })
  expect(date).toBe('9月20日（周日）')
  expect(lawyers).toMatchObject([{ name: '韩律师', times: [{ time: '19:00', chosen: true }] }])
})

test('a lawyer who declined is not listed again, and nothing left is said', () => {
  const view = slotsView(slots, free, { ...none, declined: ['lw_ye'] })
  expect(view.lawyers.map(({ name }) => name)).toEqual(['韩律师'])
  expect(view.none).not.toBe('')
  expect(slotsView(slots, free, { ...none, declined: ['lw_ye', 'lw_han'] }).empty).toBe(true)
})

test('near to an hour that is gone are the closest, in order of time, without those who declined', () => {
  if (!second) throw new Error('no slot')
  expect(nearestTo(second, free, [], 2)).toEqual([first, evening])
  expect(nearestTo(second, free, ['lw_ye'])).toEqual([evening, sunday])
})

test('a question with a single answer is not asked', () => {
  expect(questionsOf(service)).toHaveLength(6)
  expect(questionsOf(review)).not.toContain('claim')
  expect(fitting(emptyDraft, review)).toMatchObject({ claimType: 'CONTRACT_REVIEW', mode: 'PHONE' })
})

test('a draft is fitted to a menu that was changed since', () => {
  const old: Draft = { ...full, step: 'claim', claimType: 'INJURY', mode: 'SITE' }
  expect(fitting(old, service)).toMatchObject({ claimType: '', mode: 'PHONE', step: 'claim' })
  expect(fitting(old, review).step).toBe('choose')
})

test('the other side has to be named unless the service needs none', () => {
  const unnamed: Draft = { ...full, step: 'opponent', opponents: ['', ' '] }
  expect(problemOf('opponent', unnamed, service)).toMatch(/请写对方单位的名称/)
  expect(problemOf('opponent', unnamed, review)).toBe('')
  expect(isSkipped('opponent', unnamed, review)).toBe(true)
  expect(problemOf('opponent', { ...unnamed, opponents: ['云'] }, review)).toMatch(/2 个字/)
})

test('facts are 10 to 2,000 letters, blanks around them do not count', () => {
  const of = (facts: string) => problemOf('facts', { ...full, facts }, service)
  expect(of(`   ${'字'.repeat(9)}   `)).toMatch(/至少写 10 个字/)
  expect(of('字'.repeat(10))).toBe('')
  expect(of('字'.repeat(2000))).toBe('')
  expect(of('字'.repeat(2001))).toMatch(/最多 2000/)
})

test('what is sent holds each name once and only what was answered', () => {
  const { claimType, facts } = full
  expect(intakeOf({ ...full, opponents: ['云栈', ' 云栈 '], keyDate: TODAY }, service)).toEqual({
    ...{ opponents: [{ name: '云栈' }], claimType, keyDate: TODAY, facts, fileIds: [] },
  })
  expect(intakeOf({ ...full, facts: '' }, service)).toBeUndefined()
  expect(intakeOf(full, service)).not.toHaveProperty('keyDate')
})

test('who has answered everything goes from a new hour straight to the summary', () => {
  expect(stepAfterChoosing(full, service)).toBe('review')
  expect(stepAfterChoosing({ ...full, facts: '' }, service)).toBe('claim')
})

test('a question says how far one is and that it may be passed over', () => {
  const of = (change: Partial<Draft>, filesWait = 0) =>
    questionView({ ...full, ...change }, service, TODAY, filesWait)
  expect(of({ step: 'opponent' })).toMatchObject({ progress: '第2步，共6步', next: '下一步' })
  expect(of({ step: 'date' }).next).toBe('跳过')
  expect(of({ step: 'files' }).next).toBe('跳过')
  expect(of({ step: 'files' }, 1).next).toBe('下一步')
  expect(of({ step: 'files' }, 9).mayAddFile).toBe(false)
  expect(of({ step: 'facts' }).slot).toMatch(/^已选 9月17日（周四）14:00，电话，叶律师。提交后/)
})

test('a date tells what it means for the limitation where it can, and never advises', () => {
  const of = (claimType: Draft['claimType']) =>
    questionView({ ...full, step: 'date', claimType, keyDate: '2026-03-10' }, service, TODAY, 0).limit
  expect(of('DISMISSAL')).toMatch(/2027年3月10日，还有175天。仅作提醒，不替代法律意见。/)
  expect(of('WAGES')).toMatch(/是否在职/)
  expect(of('CONTRACT_REVIEW')).toBe('')
})

test('the summary has every answer, and says what was left out', () => {
  const rows = Object.fromEntries(reviewRows(full, service).map(({ label, value }) => [label, value]))
  expect(rows).toMatchObject({
    ...{ 时间: '9月17日（周四）14:00–14:30', 方式: '电话，叶律师（明理演示所）', 问题: '拖欠工资' },
    ...{ 对方: '演示云栈物流有限公司', 日期: '没有填写', 材料: '没有上传' },
  })
  expect(reviewRows(full, review).map(({ step }) => step)).not.toContain('claim')
})

test('the page offers hours first, then questions, then says what was booked', () => {
  const model = {
    service,
    draft: full,
    slots,
    free,
    date: '',
    declined: [],
    online: true,
    filesWait: 0,
    now: NOW,
  }
  expect(bookView(model)).toMatchObject({ kind: 'ask', strip: '' })
  expect(bookView({ ...model, online: false }).strip).toMatch(/留在手机里/)
  const choosing = bookView({ ...model, draft: { ...full, step: 'choose' } })
  expect(choosing).toMatchObject({ kind: 'choose', top: '17日 14:00', under: '电话，叶律师' })
  expect(doneView('apt_1', full)).toMatchObject({ when: '9月17日（周四）14:00–14:30' })
})

const failure = (code: ErrorCode, detail: ErrorDetail = {}) => ({ code, detail, sentence: messages[code] })

test('a refusal keeps what was written and offers what there is', () => {
  expect(refusalOf(failure('SLOT_TAKEN'))).toMatchObject({
    way: 'SLOTS',
    text: expect.stringMatching(/都还在/),
  })
  for (const code of ['SLOT_CLOSED', 'TIME_CLASH', 'CONFLICT_LAWYER', 'NOT_FOUND'] as const)
    expect(refusalOf(failure(code))?.way).toBe('SLOTS')
  expect(refusalOf(failure('CONFLICT_LAWYER'))?.text).not.toMatch(/冲突|代理|委托/)
  expect(refusalOf(failure('QUOTA_PERSON'))?.way).toBe('MINE')
  expect(refusalOf(failure('NOT_ELIGIBLE', { reason: '两次未到' }))).toMatchObject({
    way: 'TEXT',
    text: '两次未到',
  })
  expect(refusalOf(failure('RATE_LIMITED', { retryAfterMs: 9 * 3_600_000 }))?.way).toBe('CALL')
  expect(refusalOf(failure('RATE_LIMITED', { retryAfterMs: 9000 }))).toBeUndefined()
})

test('what was refused at a field leads back to its question', () => {
  expect(stepOf(failure('CONTENT_RISKY', { field: 'intake.facts' }))).toBe('facts')
  expect(stepOf(failure('FILE_REJECTED', { field: 'intake.fileIds' }))).toBe('files')
  expect(stepOf(failure('DATE_FUTURE', { field: 'intake.keyDate' }))).toBe('date')
  expect(stepOf(failure('INTERNAL'))).toBeUndefined()
})

test('the phone refuses what the server would: other types, more than 10 MB, nothing', () => {
  const of = (name: string, bytes: number) => fileProblem({ name, path: `/tmp/${name}`, bytes })
  expect(of('合同.pdf', 10 * 1024 * 1024)).toBe('')
  expect(of('IMG.JPG', 5)).toBe('')
  expect(of('合同.pdf', 10 * 1024 * 1024 + 1)).toMatch(/10 MB/)
  expect(of('合同.docx', 5)).toMatch(/只能传/)
  expect(of('合同.pdf', 0)).toMatch(/空的/)
})

test('a file says its size, how far it is, or why it did not arrive', () => {
  const waiting = {
    key: 'k',
    name: '照片 1',
    path: '/tmp/1.jpg',
    bytes: 2_500_000,
    progress: 40,
    problem: '',
    again: false,
  }
  const sent = { id: 'fl_1', name: '合同.pdf', mime: 'application/pdf' as const, bytes: 400_000 }
  const failed = { ...waiting, key: 'f', problem: '网络不通', again: true }
  expect(fileLines([sent], [waiting, failed])).toMatchObject([
    { key: 'fl_1', line: '391 KB', state: 'sent' },
    { line: '2.4 MB，正在上传 40%', state: 'sending' },
    { line: '网络不通', state: 'failed', again: true },
  ])
})
