import { approvalsView } from '../../miniprogram/packages/staff/pages/approvals/approvals.view'
import { proposedLines } from '../../miniprogram/shared/approval-words'
import { money } from '../../miniprogram/shared/money'
import type { ApprovalItem } from '../../typings/api/insight'
import type { DraftSession } from '../../typings/documents'
import { at, NOW, session } from './sample'

const item: ApprovalItem = {
  approvalId: 'apv_1',
  activityId: 'ac_1',
  title: '会员观影',
  orgName: '和顺街道总工会',
  amountFen: 360_000,
  proposer: '董*',
  at: NOW,
  state: 'PENDING',
  reason: '',
  lines: [
    { label: '名称', text: '会员观影' },
    { label: '预算', text: '¥3,600.00', was: '¥2,000.00' },
  ],
}
const ready = (waiting: ApprovalItem[], mine: ApprovalItem[] = [], open?: string) => {
  const view = approvalsView({ waiting, more: false, mine }, open)
  if (view.kind !== 'ready') throw new Error(view.kind)
  return view
}

test('the money is set large, with what it was beside it and not once more in the lines', () => {
  const [card] = ready([item]).waiting
  expect(card).toMatchObject({ whole: '3,600', cents: '.00', was: '¥2,000.00', lines: [] })
  expect(card?.consequence).toBe('会员观影，预算 ¥3,600.00。\n改动立即生效，并记下由您同意。')
})

test('one card is open: the first, or the one that was tapped', () => {
  const other = { ...item, approvalId: 'apv_2' }
  expect(ready([item, other]).waiting.map(({ open }) => open)).toEqual([true, false])
  expect(ready([item, other], [], 'apv_2').waiting.map(({ open }) => open)).toEqual([false, true])
})

test('what became of one’s own is told in words, with the reason', () => {
  const states = ['PENDING', 'AGREED', 'RETURNED', 'VOID'] as const
  const { mine } = ready(
    [],
    states.map(state => ({ ...item, state, reason: state === 'RETURNED' ? '偏高' : '' })),
  )
  expect(mine.map(({ state, reason }) => [state, reason])).toEqual([
    ['待复核', ''],
    ['已同意', ''],
    ['已退回', '原因：偏高'],
    ['已改动，未复核', ''],
  ])
})

test('nothing at all is an empty page', () => {
  expect(approvalsView({ waiting: [], more: false, mine: [] })).toEqual({ kind: 'empty' })
})

test('money is written in yuan, with its thousands apart', () => {
  expect([0, 1, 99_900, 360_000, 123_456_789].map(money)).toEqual([
    '¥0.00',
    '¥0.01',
    '¥999.00',
    '¥3,600.00',
    '¥1,234,567.89',
  ])
})

const draft: DraftSession = { ...session, places: 60, kept: [] }
const plan = {
  kind: 'LECTURE',
  mode: 'FIRST',
  title: '夜校',
  groupMax: 1,
  budgetFen: 60_000,
  sessions: [draft],
} as const
const shown = (...[after, before]: Parameters<typeof proposedLines>) =>
  proposedLines(after, before).map(({ label, text, was }) =>
    was === undefined ? `${label} ${text}` : `${label} ${text}（${was}）`,
  )

test('a new activity is told line by line, with the money for each head', () => {
  expect(shown({ ...plan, sessions: [draft] })).toEqual([
    '名称 夜校',
    '类别 案例大讲堂',
    '时间 9月19日（周六）19:00–20:30',
    '地点 和顺东里社区服务中心，东里18号',
    '名额 60 名',
    '预算 ¥600.00',
    '人均预算 ¥10.00',
  ])
})

test('groups count every head; what nobody counts has no money a head', () => {
  const lines = shown({ ...plan, sessions: [draft], groupMax: 10 })
  expect(lines).toContain('名额 60 组')
  expect(lines).toContain('人均预算 ¥1.00')
  expect(shown({ ...plan, sessions: [draft], mode: 'OPEN' }).some(line => /名额|人均/.test(line))).toBe(false)
})

test('a session that was added or left out is seen from both sides', () => {
  const second = { ...draft, startAt: at('2026-09-26T19:00:00'), endAt: at('2026-09-26T20:30:00') }
  const both = { ...plan, sessions: [draft, second] }
  const one = { ...plan, sessions: [draft] }
  expect(shown(both, one)).toContain('第2场时间 9月26日（周六）19:00–20:30（无）')
  expect(shown(both, one)).toContain('第1场时间 9月19日（周六）19:00–20:30')
  expect(shown(one, both)).toContain('第2场地点 无（和顺东里社区服务中心，东里18号）')
  expect(shown(both, both).some(line => line.includes('（无'))).toBe(false)
})
