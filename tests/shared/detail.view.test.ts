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
    名额已满: button({ left: 0 }),
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
  expect(of({}, { left: 0 })).toMatch(/有人取消时名额会再放出/)
  expect(of({ mode: 'DRAW' }, { left: undefined, entrants: 86 })).toMatch(/12351/)
  expect(of({}, {})).toBe('')
})

test('the rules end with what cancelling late costs, counted in hours', () => {
  const rules = { version: 1, notes: ['请带身份证。'], cancelBeforeMin: 1440 }
  const { notes } = detailView({ activity: { ...activity, rules }, now: NOW })
  expect(notes).toEqual(['请带身份证。', '开始前 24 小时可以免费取消，之后取消记 1 分，未到场记 2 分。'])
})
