/** A consultation as its lawyer sees it, and the record that they write. */
import { consultView, refusedView } from '../../miniprogram/packages/lawyer/pages/consult/consult.view'
import {
  emptyRecord,
  isUnsaved,
  over,
  reconcile,
  recordProblem,
  type RecordForm,
  type Writing,
} from '../../miniprogram/packages/lawyer/pages/consult/record-draft'
import { limitCardView } from '../../miniprogram/packages/lawyer/components/limit-card/limit-card.view'
import type { AppointmentView, Limitation } from '../../typings/api/legal'
import { at, NOW } from './sample'

const booked: AppointmentView = {
  appointmentId: 'apt_1',
  service: '劳动争议咨询',
  lawyer: '叶律师',
  firm: '明理演示所',
  mode: 'PHONE',
  startAt: at('2026-09-17T14:00:00'),
  endAt: at('2026-09-17T14:30:00'),
  state: 'BOOKED',
  rev: 1,
  as: 'LAWYER',
  serviceId: 'ls_labour',
  bookedAt: NOW,
  person: '周**',
  phone: '',
  opponents: [{ name: '演示四方物流有限公司', uscc: '91110000MA00000000' }],
  suspected: false,
  answerBy: at('2026-09-17T09:00:00'),
  reason: '',
  can: { cancel: false, rate: false, answer: true, record: false, noShow: false },
  limitations: [],
}
const view = (fields: Partial<AppointmentView> = {}, now = NOW) => consultView({ ...booked, ...fields }, now)
const cleared = {
  state: 'CLEARED',
  person: '周小川',
  intake: {
    claimType: 'WAGES',
    keyDate: '2026-08-01',
    facts: '七月的工资没有发。',
    files: [
      { id: 'fl_1', mime: 'image/jpeg', bytes: 300 },
      { id: 'fl_2', mime: 'application/pdf', bytes: 1_300_000 },
    ],
  },
} satisfies Partial<AppointmentView>

test('before the answer there are names alone, and a name that resembles a declared one is pointed out', () => {
  expect(view()).toMatchObject({
    stage: 'ANSWER',
    title: '劳动争议咨询（电话）',
    day: '9月17日（周四）',
    hours: '14:00–14:30',
    person: '周**',
    opponents: [{ name: '演示四方物流有限公司', code: '统一社会信用代码 91110000MA00000000' }],
    caution: '',
    intake: undefined,
    phoneNote: '',
    conflict: false,
  })
  expect(view().state).toMatchObject({ before: '请在 明天 09:00 前确认', tone: 'amber' })
  expect(view({ suspected: true }).caution).toMatch(/名称相近/)
})

test('after it the facts and the files are there, and the number from a day before', () => {
  expect(view(cleared)).toMatchObject({
    stage: 'OPEN',
    intake: {
      claim: '拖欠工资',
      keyDate: '2026年8月1日',
      files: [
        { icon: 'image', title: '图片 1', size: '1 KB' },
        { icon: 'file', title: 'PDF 文件 2', size: '1.2 MB' },
      ],
    },
    phone: '',
    phoneNote: '开始前一天起显示电话号码',
    writes: false,
    conflict: true,
  })
  expect(view({ ...cleared, phone: '13800006617' })).toMatchObject({ phone: '13800006617', phoneNote: '' })
  expect(view({ ...cleared, mode: 'SITE' }).phoneNote).toBe('')
})

test('each state is said in words, and why it is shut', () => {
  const said = (state: AppointmentView['state'], now = NOW) => view({ state }, now).state.before
  expect(said('BOOKED', at('2026-09-17T10:00:00'))).toBe('已过确认时间')
  expect([said('CLEARED'), said('CLEARED', booked.startAt)]).toEqual(['已确认，等待开始', '请填写咨询记录'])
  expect([said('NO_SHOW'), said('CONFLICTED')]).toEqual(['未到场', '已申报冲突'])
  expect(view({ state: 'CANCELLED', reason: '时间有变' })).toMatchObject({ stage: 'SHUT', note: '时间有变' })
  expect(view({ ...cleared, mode: 'TEXT' }, booked.startAt).note).toMatch(/图文咨询/)
})

test('what was handed in is shown with its rating; a draft stays in its form', () => {
  const record = { facts: '情况', advice: '意见', next: 'ARBITRATION' as const, finalAt: NOW }
  expect(view({ state: 'CONSULTING', record: { ...record, finalAt: 0 } }).handedIn).toBeUndefined()
  expect(view({ state: 'RATED', record, rating: { score: 5, text: '很耐心' } })).toMatchObject({
    handedIn: { next: '申请劳动仲裁', at: '9月16日 10:00 提交' },
    rating: '5 星　很耐心',
  })
})

test('a case that moved on says so', () => {
  const refused = (code: 'NOT_FOUND' | 'INTERNAL') => refusedView({ code, sentence: '', detail: {} })
  expect(refused('NOT_FOUND')).toMatchObject({ title: '此预约不由您办理' })
  expect(refused('INTERNAL').text).toMatch(/还在这台手机里/)
})

describe('the record', () => {
  const form = (facts: string, advice = ''): RecordForm => ({ ...emptyRecord, facts, advice })
  const saved = (facts: string) => ({ ...form(facts), finalAt: 0 })
  const kept = (fields: Partial<Writing> = {}): Writing => ({
    rev: 1,
    base: emptyRecord,
    form: form('写了一半'),
    at: NOW,
    ...fields,
  })

  test('begins empty, or with what was saved', () => {
    expect(reconcile(undefined, { rev: 3 }, NOW).writing).toMatchObject({ rev: 3, form: emptyRecord })
    expect(reconcile(undefined, { rev: 3, record: saved('甲') }, NOW).writing.form.facts).toBe('甲')
  })

  test('that the phone has kept goes on under the new revision, as long as nobody else wrote', () => {
    const { writing, theirs } = reconcile(kept(), { rev: 4 }, NOW)
    expect(writing).toMatchObject({ rev: 4, form: form('写了一半') })
    expect([isUnsaved(writing), theirs]).toEqual([true, undefined])
  })

  test('whose answer was lost is known as saved, also when more was written since', () => {
    const sent = form('写了一半')
    const same = reconcile(kept({ sent }), { rev: 2, record: saved('写了一半 ') }, NOW)
    expect([isUnsaved(same.writing), same.theirs]).toEqual([false, undefined])
    const more = reconcile(kept({ sent, form: form('写完了') }), { rev: 2, record: saved('写了一半') }, NOW)
    expect(more.theirs).toBeUndefined()
    expect(more.writing).toMatchObject({ rev: 2, form: form('写完了'), base: form('写了一半') })
  })

  test('that another phone saved meanwhile is for the lawyer to choose, however often they look', () => {
    const { writing, theirs } = reconcile(kept(), { rev: 2, record: saved('别处写的') }, NOW)
    expect(theirs).toEqual(form('别处写的'))
    expect(writing.form.facts).toBe('写了一半')
    expect(reconcile(writing, { rev: 2, record: saved('别处写的') }, NOW).theirs).toEqual(theirs)
    const chosen = over(writing, form('别处写的'))
    expect(reconcile(chosen, { rev: 2, record: saved('别处写的') }, NOW)).toEqual({ writing: chosen })
  })

  test('needs what was found and what is advised before it is handed in', () => {
    expect(recordProblem(emptyRecord)).toBe('请写明了解到的情况。')
    expect(recordProblem(form('情况清楚', ' '))).toBe('请写明给当事人的意见。')
    expect(recordProblem(form('情况清楚', '先仲裁'))).toBe('')
  })
})

describe('the limitation', () => {
  const card: Limitation = {
    limitId: 'lm_1',
    rev: 1,
    claimType: 'DISMISSAL',
    keyDate: '2026-03-10',
    employedStill: false,
    events: [
      { id: 'e1', kind: 'DEMANDED', date: '2026-08-01', state: 'REPORTED' },
      { id: 'e2', kind: 'SUSPENDED', date: '2026-08-02', untilDate: '2026-08-09', state: 'CONFIRMED' },
      { id: 'e3', kind: 'ACKNOWLEDGED', date: '2026-08-03', state: 'REJECTED' },
    ],
    remind: true,
    deadline: '2027-03-10',
    daysLeft: 175,
    basis: [],
    ifConfirmed: '2027-08-01',
  }

  test('tells the date and where it goes, and asks about what was reported alone', () => {
    const { day, hoped, events } = limitCardView(card)
    expect(day).toBe('提醒日 2027年3月10日，还有 175 天')
    expect(hoped).toBe('待确认的事由全部成立时，提醒日为2027年8月1日。')
    expect(events.map(({ asks, back }) => [asks, back])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ])
    expect(events[1]?.date).toBe('2026年8月2日–2026年8月9日')
  })

  test('never says that a right is lost', () => {
    expect(limitCardView({ ...card, daysLeft: -3 })).toMatchObject({
      late: true,
      day: expect.stringMatching(/可能已超过一年时效/),
    })
    expect(limitCardView({ ...card, deadline: undefined, ifConfirmed: undefined })).toMatchObject({
      late: false,
      hoped: '',
    })
  })
})
