import { differences, expected, merged, sameDraft } from '../../miniprogram/packages/staff/draft/difference'
import { draft, draftSession } from './draft-sample'

const mine = { ...draft, title: '中秋花灯', body: '我写的介绍', budgetFen: 360_000 }
const theirs = { ...draft, title: '中秋手作夜', body: '我写的介绍', notes: ['自带剪刀。'] }
const found = differences(draft, mine, theirs)

test('two versions are told apart field by field, in words, and what both wrote alike is left out', () => {
  expect(found.map(({ label, mine: own, theirs: other }) => [label, own, other])).toEqual([
    ['名称', '中秋花灯', '中秋手作夜'],
    ['须知', '1. 请提前10分钟到场。', '1. 自带剪刀。'],
    ['预算', '¥3,600.00', '¥0.00'],
  ])
})

test('who changed a field alone is expected to have it; where both did, mine stays until I choose', () => {
  expect(expected(found)).toEqual({ title: 'mine', notes: 'theirs', budgetFen: 'mine' })
})

test('merging loses nothing that was chosen, of neither side', () => {
  expect(merged(mine, theirs, expected(found))).toEqual({ ...mine, notes: theirs.notes })
  expect(merged(mine, theirs, {})).toEqual(theirs)
  expect(merged(mine, theirs, { title: 'mine', notes: 'mine', budgetFen: 'mine' })).toEqual(mine)
})

test('sessions are compared as a whole and read as sentences', () => {
  const moved = { ...draft, sessions: [{ ...draftSession, places: 40 }] }
  const [difference] = differences(draft, moved, draft)
  expect(difference).toMatchObject({ label: '场次', only: 'mine' })
  expect(difference?.mine).toBe(
    '1. 9月24日（周四）15:00–17:00，金桥街道职工之家，40 个名额，新就业形态 1–12 号，其余 13–40 号不限；报名 9月18日 09:00 开始，9月24日 13:00 截止',
  )
})

test('the order in which fields were written makes no difference', () => {
  const [session] = draft.sessions
  const turned = {
    ...draft,
    sessions: [Object.fromEntries(Object.entries(session!).reverse()) as typeof draftSession],
  }
  expect(sameDraft(draft, turned)).toBe(true)
  expect(sameDraft(draft, { ...draft, notes: [] })).toBe(false)
})

test('what has no words of its own is named all the same', () => {
  const other = {
    ...draft,
    orgId: 'org_R',
    body: '',
    coverId: 'cloud://x/covers/1.jpg',
    art: 'choir' as const,
  }
  const names = differences(draft, draft, other, orgId =>
    orgId === 'org_R' ? '明城区总工会' : '和顺街道总工会',
  )
  expect(names.map(({ label, theirs: words }) => `${label} ${words}`)).toEqual([
    '插画 歌咏',
    '封面照片 有照片',
    '主办工会 明城区总工会',
    '介绍 （空）',
  ])
})
