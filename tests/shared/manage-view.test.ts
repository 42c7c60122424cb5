import {
  actionsOf,
  callOffWords,
  discardWords,
} from '../../miniprogram/packages/staff/pages/activities/actions'
import { listView, type CardView } from '../../miniprogram/packages/staff/pages/activities/activities.view'
import { roomWords, roomsOf } from '../../miniprogram/packages/staff/components/capacity-sheet/rooms'
import type { ManagedActivity } from '../../typings/api/activity'
import { managedSession } from './draft-sample'
import { NOW, at } from './sample'

const { sessionId, startAt, endAt, state } = managedSession
const managed: ManagedActivity = {
  activityId: 'ac_1',
  kind: 'OTHER',
  art: 'film',
  title: '中秋手作',
  orgName: '和顺街道总工会',
  state: 'PUBLISHED',
  phase: 'OPEN',
  draftState: 'DRAFT',
  hasDraft: false,
  startAt,
  endAt,
  spot: '金桥街道职工之家',
  updatedAt: NOW,
  budgetFen: 0,
  reason: '',
  sessions: [{ sessionId, startAt, endAt, state }],
  capacity: 36,
  held: 20,
  waiting: 3,
  may: { edit: true, roll: true },
}

const card = (change: Partial<ManagedActivity>): CardView => {
  const view = listView({ items: [{ ...managed, ...change }], state: '', now: NOW })
  if (view.kind !== 'ready') throw new Error('no card')
  return view.cards[0]!
}
const keys = (change: Partial<ManagedActivity> = {}, now = NOW) =>
  actionsOf({ ...managed, ...change }, now).map(({ label }) => label)

test('a card says the state in words, who has signed up and who waits', () => {
  expect(card({})).toMatchObject({
    held: '20 / 36',
    queue: '候补 3',
    state: { before: '报名中' },
    waiting: '',
  })
  expect(card({}).label).toBe('中秋手作，9月24日（周四），报名中，已报 20 / 36，候补 3')
  const words = (change: Partial<ManagedActivity>) => card(change).state.before
  expect(words({ state: 'DRAFT' })).toBe('草稿')
  expect(words({ state: 'DRAFT', draftState: 'RETURNED' })).toBe('被退回')
  expect(words({ state: 'REVIEWING' })).toBe('待复核')
  expect(words({ phase: 'ENDED' })).toBe('到时间了，待结束签到')
  expect(words({ state: 'FINISHED' })).toBe('已结束')
  expect(words({ state: 'CALLED_OFF' })).toBe('已取消')
  expect(card({ hasDraft: true, draftState: 'RETURNED' }).waiting).toBe('修改被退回')
  expect(card({ state: 'DRAFT' }).held).toBe('')
})

test('a card shows the session that comes next, and how many there are', () => {
  const over = { sessionId: 'se_0', startAt: NOW - 7_200_000, endAt: NOW - 3_600_000, state }
  const off = { ...over, sessionId: 'se_9', state: 'CALLED_OFF' as const, endAt: NOW + 1 }
  expect(card({ sessions: [over, off, ...managed.sessions] })).toMatchObject({
    day: '24',
    meta: '15:00，共3场　金桥街道职工之家',
  })
  expect(card({ sessions: [over] }).day).toBe('16')
  expect(card({ sessions: [], spot: '' }).meta).toBe('15:00　地点待定')
})

test('only what is possible is offered', () => {
  expect(keys()).toEqual(['编辑', '现场签到', '改名额', '名单导出', '海报', '职工页面', '复制', '取消活动'])
  expect(keys({ state: 'DRAFT' })).toEqual(['编辑', '复制', '删除草稿'])
  expect(keys({ state: 'REVIEWING' })).toEqual(['编辑', '复制', '删除草稿'])
  expect(keys({ state: 'DRAFT', may: { edit: false, roll: true } })).toEqual([])
  expect(keys({ state: 'FINISHED', sessions: [{ ...managed.sessions[0]!, state: 'FINISHED' }] })).toEqual([
    '名单导出',
    '复制',
  ])
  expect(keys({ state: 'CALLED_OFF' })).toEqual(['复制'])
  expect(keys({ may: { edit: false, roll: true } })).toEqual(['现场签到', '名单导出', '职工页面'])
  expect(keys({}, endAt)).toEqual(['编辑', '现场签到', '名单导出', '职工页面', '复制', '结束签到'])
})

test('calling off says first who hears of it and that it stays', () => {
  expect(callOffWords(managed, true)).toBe(
    '报上名的 20 人和候补的 3 人会马上收到通知，都不记分。取消后不能恢复。',
  )
  expect(callOffWords({ ...managed, held: 0, waiting: 0 }, true)).toBe('还没有人报名。取消后不能恢复。')
  expect(callOffWords(managed, false)).toMatch(/^这一场的职工/)
})

test('throwing a draft away says first who hears of it, and that it stays', () => {
  expect(discardWords({ state: 'DRAFT' })).toBe('职工没有看到过它，不发通知。删除后不能恢复。')
  expect(discardWords({ state: 'REVIEWING' })).toMatch(/^正在等待的复核会一起撤回。/)
})

test('an empty list says what will be there, of every state', () => {
  const empty = (of: Parameters<typeof listView>[0]['state']) => listView({ items: [], state: of, now: NOW })
  expect(empty('')).toMatchObject({ kind: 'empty', title: '还没有活动，点“新建”' })
  expect(empty('REVIEWING')).toMatchObject({ kind: 'empty', title: '没有待复核的活动' })
  const copy = listView({ items: [managed], state: '', now: NOW, copyAt: at('2026-09-16T09:41:00') })
  expect(copy).toMatchObject({ strip: '当前无网络，显示的是09:41的内容' })
})

test('places are changed by session and by segment, of sessions that are not over', () => {
  const segments = [
    { key: 'k1', label: '新就业形态', capacity: 12, held: 12 },
    { key: 'all', label: '通用', capacity: 24, held: 8 },
  ]
  const rooms = roomsOf(
    [
      { ...managedSession, segments },
      { ...managedSession, state: 'CALLED_OFF' },
    ],
    NOW,
  )
  expect(rooms.map(({ segment, title, held, capacity }) => [segment, title, held, capacity])).toEqual([
    ['k1', '9月24日（周四）15:00　新就业形态', 12, 12],
    ['all', '9月24日（周四）15:00　通用', 8, 24],
  ])
  expect(roomsOf([managedSession], endAt)).toEqual([])
  expect(roomsOf([managedSession], NOW)).toMatchObject([{ segment: '', rev: 3, capacity: 36 }])
})

test('what more or fewer places do is said before it is done', () => {
  const [room] = roomsOf([{ ...managedSession, waiting: 3 }], NOW)
  const words = (capacity: number, waiting = 3) => roomWords({ ...room!, waiting }, capacity)
  expect(words(40)).toBe('增加的 4 个先给候补的 3 人，剩下的再放出。')
  expect(words(40, 0)).toBe('增加 4 个，马上可以报名。')
  expect(words(30)).toBe('收回 6 个空余名额，已报名的不受影响。')
  expect(words(19)).toBe('已有 20 人报名，不能少于 20。')
  expect(words(36)).toBe('已报 20，候补 3')
})
