import { failedView } from '../../miniprogram/components/failure-card/failed'
import { myListView } from '../../miniprogram/packages/activities/pages/mylist/mylist.view'
import { formView } from '../../miniprogram/packages/activities/pages/signup/signup.view'
import { codeView, ticketView } from '../../miniprogram/packages/activities/pages/ticket/ticket.view'
import { homeView } from '../../miniprogram/pages/home/home.view'
import { mineView } from '../../miniprogram/pages/mine/mine.view'
import { problemOf, toRegistration } from '../../miniprogram/pages/register/draft'
import { messages } from '../../miniprogram/shared/errors'
import type { Boot } from '../../typings/api/account'
import type { MyActivity, Ticket } from '../../typings/api/activity'
import type { Role } from '../../typings/documents'
import { NOW, activity, at, card, rider, session } from './sample'

const boot: Boot = {
  me: rider,
  agreements: { PROFILE: '1', PHONE: '1', LEGAL_SENSITIVE: '1' },
  streets: [],
  hotline: '12351',
  roles: [],
  unread: 0,
  needsAdmin: false,
}
const held: MyActivity = {
  activityId: 'a2',
  sessionId: 's2',
  kind: 'NEWFORM',
  art: 'newform',
  title: '骑手夜校',
  startAt: card.startAt,
  endAt: card.endAt,
  spot: '和顺东里',
  no: 32,
  headcount: 1,
  state: 'SIGNED',
  rateable: false,
}
const ticket: Ticket = {
  activityId: 'a2',
  sessionId: 's2',
  title: '骑手夜校',
  startAt: card.startAt,
  endAt: card.endAt,
  spot: session.spot,
  no: 32,
  headcount: 1,
  unit: '名',
  freeUntil: at('2026-09-18T19:00:00'),
  phase: 'OPEN',
  placeKey: 'ab'.repeat(32),
  windowSec: 30,
}

test('home shows the next place held first and does not list it again below', () => {
  const other = { ...card, activityId: 'a6' }
  const mine = { ...card, mine: { sessionId: 's2', no: 32 } }
  const view = homeView({ boot, cards: [mine, other], mine: [held], queued: [], now: NOW })
  expect(view.next).toMatchObject({ no: 32, state: { before: '已报名，3天后开始' } })
  expect(view.soon.map(one => one.activityId)).toEqual(['a6'])
  const guest = { ...boot, me: undefined }
  expect(homeView({ boot: guest, cards: [card], mine: [], queued: [], now: NOW }).soon).toHaveLength(1)
})

test('home tells a suspended person until when, and nobody else anything', () => {
  const suspended = { ...boot, me: { ...rider, suspendedUntil: at('2026-10-08T10:00:00') } }
  const notice = (who: Boot) => homeView({ boot: who, cards: [], mine: [], queued: [], now: NOW }).notice
  expect(notice(suspended)).toMatch(/暂停至10月8日/)
  expect(notice(boot)).toBe('')
})

test('the card of a member carries union and number, that of a worker phone and work', () => {
  const member = {
    ...rider,
    status: 'MEMBER' as const,
    orgName: '云帆科技园联合工会',
    memberNo: '2024000318',
  }
  const of = (who: Boot) => mineView({ boot: who, mine: [held], now: NOW })
  expect(of({ ...boot, me: member })).toMatchObject({
    card: 'member',
    line: '云帆科技园联合工会',
    foot: '2024 000318',
  })
  expect(of(boot)).toMatchObject({
    card: 'worker',
    line: '138****6620',
    foot: '外卖骑手',
    next: '下一项 9月19日',
  })
  expect(of({ ...boot, me: undefined }).card).toBe('guest')
})

test('a ticket says what cancelling would do before and after the free time, and offers it no more after the start', () => {
  expect(ticketView(ticket, undefined, NOW).cancel?.text).toMatch(/9月18日 19:00 前取消不记分/)
  expect(ticketView(ticket, undefined, at('2026-09-19T12:00:00')).cancel?.text).toMatch(/现在取消记 1 分/)
  expect(ticketView(ticket, undefined, ticket.startAt).cancel).toBeUndefined()
  expect(ticketView({ ...ticket, phase: 'CALLED_OFF' }, undefined, NOW)).toMatchObject({
    state: 'over',
    words: { before: '活动已取消，不记分。' },
  })
})

test('digits stand in two groups and the ring is as full as the seconds left', () => {
  const code = codeView(ticket, Math.floor(NOW / 30_000) * 30_000 + 15_000)
  expect(code).toMatchObject({ seconds: 15, percent: 50 })
  expect(code.digits).toMatch(/^\d{4} \d{4}$/)
})

test('the form says until when a place can be given back for nothing', () => {
  expect(formView(activity, session, NOW).freeUntil).toMatch(/^9月18日 19:00 前取消不受影响/)
  expect(formView(activity, session, at('2026-09-19T10:00:00')).freeUntil).toBe(
    '现在报名后再取消，会记 1 分。',
  )
})

test('home puts a place that waits for an answer first, and drops it once its time has passed', () => {
  const offer: MyActivity = { ...held, state: 'OFFERED', offerUntil: at('2026-09-16T14:20:00') }
  const queued: MyActivity = { ...held, sessionId: 's3', state: 'WAITING', no: 3 }
  const offers = (now: number) =>
    homeView({ boot, cards: [], mine: [], queued: [offer, queued], now }).offers.map(({ label }) => label)
  expect(offers(NOW)).toEqual(['有名额了，请在 14:20 前确认，骑手夜校，9月19日（周六）19:00　和顺东里'])
  expect(offers(at('2026-09-16T14:20:00'))).toEqual([])
})

test('home leads staff and lawyers to their desk, tells a mediator that theirs comes later, and shows others nothing', () => {
  const work = (role?: Role) => homeView({ boot, role, cards: [], mine: [], queued: [], now: NOW }).work
  expect(work('STAFF')).toMatchObject({ title: '工作台', url: '/packages/staff/pages/desk/desk' })
  expect(work('LAWYER')).toMatchObject({ title: '律师端', url: '/packages/lawyer/pages/desk/desk' })
  expect(work('MEDIATOR')).toMatchObject({ url: '', line: expect.stringMatching(/正在准备/) })
  expect([work('ADMIN'), work()]).toEqual([undefined, undefined])
})

test('mine counts what is unread, and switches roles only for who has several', () => {
  const grant = { orgId: 'org_R', orgName: '区总工会', caps: [], untilDate: '2027-06-30' }
  const staff = { ...boot, unread: 3, roles: [{ ...grant, role: 'STAFF' as const }] }
  const both = { ...staff, roles: [...staff.roles, { ...grant, role: 'ADMIN' as const }] }
  const of = (who: Boot, role?: Role) => mineView({ boot: who, mine: [], role, now: NOW })
  expect(of(staff, 'STAFF')).toMatchObject({ unread: '3 条未读', roles: [], roleLabel: '工会干部' })
  expect(of(both, 'ADMIN').work?.entries).toHaveLength(3)
  expect(of(both, 'ADMIN').roles.map(({ label }) => label)).toEqual(['工会干部', '管理员'])
  expect(of(boot)).toMatchObject({ unread: '', work: undefined, needsAdmin: false })
})

test('registering asks for one missing thing after the other, consent last and never by itself', () => {
  const draft = { name: '周小川', employment: 'RIDER' as const, largeText: false }
  const phone = { code: 'c', at: NOW }
  const field = (...given: Parameters<typeof problemOf>) => problemOf(...given)?.field
  expect(field({ ...draft, name: '周' }, phone, true, NOW)).toBe('name')
  expect(field(draft, undefined, true, NOW)).toBe('phone')
  expect(field(draft, phone, true, NOW + 300_000)).toBe('phone')
  expect(field({ ...draft, employment: '' }, phone, true, NOW)).toBe('employment')
  expect(field(draft, phone, false, NOW)).toBe('consent')
  expect(field(draft, phone, true, NOW)).toBeUndefined()
  expect(toRegistration({ ...draft, name: ' 周小川 ' }, phone)).toMatchObject({
    name: '周小川',
    phoneCode: 'c',
  })
})

test('a failure shows its code in small, except where a person can do nothing with it', () => {
  const failure = (code: keyof typeof messages, detail = {}) =>
    failedView({ code, sentence: messages[code], detail })
  expect(failure('INTERNAL', { requestId: '7F3A' })).toMatchObject({ code: 'INTERNAL · 7F3A', retry: '重试' })
  expect(failure('OFFLINE')).toMatchObject({ title: '当前无网络', code: '', retry: '重试' })
  expect(failure('NOT_FOUND').retry).toBe('')
  expect(failure('NO_PERMISSION').title).toBe('您暂无权限查看此页')
})

test('who holds no place still sees on home what is coming', () => {
  const guest: Boot = { ...boot, me: undefined }
  const view = homeView({ boot: guest, cards: [card], mine: [], queued: [], now: NOW })
  expect(view.next).toBeUndefined()
  expect(view.soon.map(({ title }) => title)).toEqual(['骑手夜校'])
})

test('an activity of many days shows its days among mine, one of an evening its hour', () => {
  const walk: MyActivity = { ...held, startAt: at('2026-09-01T00:00:00'), endAt: at('2026-09-30T23:00:00') }
  const view = myListView({ items: [held, walk] }, 'UPCOMING', NOW)
  expect(view.kind === 'ready' && view.cards.map(({ meta }) => meta)).toEqual([
    '19:00　和顺东里',
    '9月1日–9月30日　和顺东里',
  ])
})
