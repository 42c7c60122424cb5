import { buttonView } from '../../miniprogram/packages/activities/pages/detail/button'
import { detailView } from '../../miniprogram/packages/activities/pages/detail/detail.view'
import { NOW, activity, at, rider, session } from './sample'

const button = (
  change: Partial<typeof session>,
  of = activity,
  me: typeof rider | undefined = rider,
  stale = false,
) => buttonView(of, { ...session, ...change }, me, stale, NOW)

test('a free place is one tap away for a worker, and for a guest after filling in', () => {
  expect(button({})).toEqual({ text: '立即报名', action: 'signup' })
  expect(buttonView(activity, session, undefined, false, NOW)).toEqual({
    text: '立即报名',
    action: 'register',
  })
  expect(button({ mine: { no: 32 } })).toEqual({ text: '打开签到码', action: 'ticket' })
})

test('a button that is off says why on itself', () => {
  const reasons = {
    '9月18日 09:00 开始报名': button({ phase: 'SOON', openAt: at('2026-09-18T09:00:00') }),
    报名已截止: button({ phase: 'SHUT' }),
    活动已结束: button({ phase: 'ENDED' }),
    活动已取消: button({ phase: 'CALLED_OFF', mine: { no: 1 } }),
    线上抽签正在准备: button({}, { ...activity, mode: 'DRAW' }),
    '无需报名，直接参加': button({}, { ...activity, mode: 'OPEN' }),
    仅限工会会员: button({}, { ...activity, memberOnly: true }),
    面向快递员: button({}, { ...activity, employments: ['COURIER'] }),
    您的报名暂停至10月8日: button({}, activity, { ...rider, suspendedUntil: at('2026-10-08T10:00:00') }),
    联网后可以报名: button({}, activity, rider, true),
  }
  for (const [reason, view] of Object.entries(reasons)) expect(view).toEqual({ text: reason, action: 'none' })
})

test('the session with a place is chosen first, the own one before it', () => {
  const full = { ...session, sessionId: 'full', left: 0 }
  const free = { ...session, sessionId: 'free' }
  const own = { ...session, sessionId: 'own', mine: { no: 3 } }
  const chosen = (sessions: (typeof session)[]) =>
    detailView({ activity: { ...activity, sessions }, now: NOW }).chosen
  expect(chosen([full, free])).toBe('free')
  expect(chosen([full, free, own])).toBe('own')
  expect(
    detailView({ activity: { ...activity, sessions: [full, free] }, chosen: 'full', now: NOW }).chosen,
  ).toBe('full')
})

test('a visit of several slots says so, with what was chosen in the bar', () => {
  const later = {
    ...session,
    sessionId: 's3',
    startAt: session.startAt + 7_200_000,
    endAt: session.endAt + 7_200_000,
  }
  const visit = {
    ...activity,
    kind: 'VISIT' as const,
    unit: '组' as const,
    groupMax: 20,
    sessions: [session, later],
  }
  const view = detailView({ activity: visit, me: rider, now: NOW })
  expect(view).toMatchObject({
    when: '9月19日（周六），共2个时段',
    aside: '每组不超过 20 人',
    sessionsTitle: '选择时段',
    bar: { top: '19:00', under: '余 29 组' },
  })
})

test('a full session and a draw say in a sentence what follows', () => {
  const of = (change: object, sessionChange: object) =>
    detailView({
      activity: { ...activity, ...change, sessions: [{ ...session, ...sessionChange }] },
      now: NOW,
    }).hint
  expect(of({}, { left: 0 })).toMatch(/有人取消时按顺序通知您.*逾期顺延/)
  expect(of({ mode: 'DRAW' }, { left: undefined, entrants: 86 })).toMatch(/12351/)
  expect(of({}, {})).toBe('')
})

test('the rules end with what cancelling late costs, counted in hours', () => {
  const rules = { version: 1, notes: ['请带身份证。'], cancelBeforeMin: 1440 }
  const { notes } = detailView({ activity: { ...activity, rules }, now: NOW })
  expect(notes).toEqual(['请带身份证。', '开始前 24 小时可以免费取消，之后取消记 1 分，未到场记 2 分。'])
})

const wait = { waitNo: 7, ahead: 2, autoAccept: false }
const offer = { no: 14, until: at('2026-09-16T14:20:00') }
const viewOf = (change: Partial<typeof session> & object, more: object = {}) =>
  detailView({
    activity: { ...activity, sessions: [{ ...session, ...change }] },
    me: rider,
    now: NOW,
    ...more,
  })
const stateOf = (change: object, more: object = {}) => {
  const { before, number, after } = viewOf(change, more).sessions[0]!.state
  return before + number + after
}

test('a full session counts who waits, offers to join, and a guest registers first and comes back', () => {
  expect(stateOf({ left: 0, waiting: 3 })).toBe('候补 3 人')
  expect(stateOf({ left: 0, waiting: 0 })).toBe('名额已满，可候补')
  expect(button({ left: 0, waiting: 3 })).toEqual({ text: '加入候补', action: 'join' })
  expect(buttonView(activity, { ...session, left: 0 }, undefined, false, NOW)).toEqual({
    text: '加入候补',
    action: 'registerFirst',
  })
  expect(button({ left: 0 }, { ...activity, memberOnly: true }).action).toBe('none')
})

test('under a queue stands how long an offer holds, by the settings; without them only that it says so', () => {
  const hint = (offerMin?: { usual: number; near: number }) =>
    detailView({
      activity: { ...activity, ...(offerMin && { offerMin }), sessions: [{ ...session, left: 0 }] },
      now: NOW,
    }).hint
  expect(hint({ usual: 120, near: 20 })).toBe(
    '有人取消时按顺序通知您，一般请在 2 小时内确认，开始前一天内为 20 分钟。逾期顺延给下一位，不记分。',
  )
  expect(hint({ usual: 90, near: 60 })).toMatch('90 分钟内确认，开始前一天内为 1 小时。')
  expect(hint()).toBe('有人取消时按顺序通知您，请在通知里写明的时间前确认。逾期顺延给下一位，不记分。')
})

test('who waits sees their position, and an offer until when it stands, also after sign-up has closed', () => {
  expect(stateOf({ left: 0, waiting: 3, wait })).toBe('您候补第 3 位')
  expect(button({ left: 0, wait } as object)).toEqual({ text: '查看候补', action: 'queue' })
  const offered = { left: 0, phase: 'SHUT' as const, wait: { ...wait, offer } }
  expect(button(offered)).toEqual({ text: '去确认名额', action: 'queue' })
  expect(viewOf(offered)).toMatchObject({ urgent: true, hint: expect.stringMatching(/第 14 号.*14:20/) })
})

test('who was checked in is told so, on this phone or another', () => {
  const mine = { no: 32, checkedInAt: at('2026-09-16T09:58:00') }
  expect(stateOf({ phase: 'RUNNING', mine })).toBe('已签到 09:58')
  expect(stateOf({ phase: 'ENDED', mine })).toBe('已签到 09:58')
  expect(stateOf({ phase: 'RUNNING', mine: { no: 32, pending: true } })).toBe('签到待核验')
  expect(stateOf({ phase: 'CALLED_OFF', mine })).toBe('活动已取消')
})

test('without a network the ticket on the phone may know it; with one it is the server that knows', () => {
  const mine = { no: 32 }
  const tickets = { s2: { checkedInAt: at('2026-09-16T09:58:00') } }
  const copyAt = NOW - 60_000
  expect(stateOf({ phase: 'RUNNING', mine }, { tickets, copyAt })).toBe('已签到 09:58')
  const pending = { s2: { pending: true } }
  expect(stateOf({ phase: 'RUNNING', mine }, { tickets: pending, copyAt })).toBe('签到待核验')
  expect(stateOf({ phase: 'CALLED_OFF', mine }, { tickets, copyAt })).toBe('活动已取消')
  expect(stateOf({ phase: 'RUNNING', mine }, { tickets })).toBe('已报名，第 32 号')
})

test('without a sign-up the door is still open: the venue code takes a free place', () => {
  expect(viewOf({ phase: 'RUNNING' }).hint).toMatch(/到场扫现场码/)
  expect(viewOf({ phase: 'ENDED' }).hint).toBe('')
})
