import { appointmentLine, appointmentWords } from '../../miniprogram/packages/legal/appointment-words'
import { appointmentPage } from '../../miniprogram/packages/legal/pages/appointment/appointment.view'
import { nextWords } from '../../miniprogram/packages/legal/pages/appointment/next-words'
import { menuView } from '../../miniprogram/packages/legal/pages/menu/menu.view'
import { appointmentsView, limitsView } from '../../miniprogram/packages/legal/pages/mylist/mylist.view'
import { spoken } from '../../miniprogram/components/state-words/words'
import type { AppointmentView, LegalMenu, LegalService, Limitation } from '../../typings/api/legal'
import type { AppointmentState } from '../../typings/documents'
import { at, NOW } from './sample'

const service: LegalService = {
  ...{ serviceId: 'ls_wages', name: '欠薪', intro: '怎么要', modes: ['PHONE'], minutes: 30 },
  ...{ claimTypes: ['WAGES'], needsOpponent: true, open: true, order: 2, rev: 1 },
}
const mine = {
  ...{
    appointmentId: 'apt_1',
    service: '欠薪',
    lawyer: '叶律师',
    firm: '明理演示所',
    mode: 'PHONE' as const,
  },
  ...{
    startAt: at('2026-09-17T14:30:00'),
    endAt: at('2026-09-17T15:00:00'),
    state: 'BOOKED' as AppointmentState,
  },
}
const appointment: AppointmentView = {
  ...mine,
  ...{ rev: 1, as: 'WORKER', serviceId: 'ls_wages', bookedAt: NOW, person: '', phone: '' },
  ...{ opponents: [{ name: '演示云栈物流有限公司' }], suspected: false, answerBy: at('2026-09-17T10:00:00') },
  intake: { claimType: 'WAGES', facts: '没有发', files: [{ id: 'fl_1', mime: 'application/pdf', bytes: 9 }] },
  reason: '',
  can: { cancel: true, rate: false, answer: false, record: false, noShow: false },
  limitations: [],
}
const menu: LegalMenu = {
  services: [
    service,
    { ...service, serviceId: 'ls_other', name: '其他', order: 1 },
    { ...service, open: false },
  ],
  lawyers: [{ lawyerId: 'lw_ye', name: '叶律师', firm: '明理演示所', modes: ['PHONE', 'TEXT'] }],
  free: { PHONE: 35, TEXT: 28 },
  next: mine,
}
const ended = at('2026-09-18T10:00:00')

test('the menu lists what is open in its order, who advises, and in which ways hours are free', () => {
  const view = menuView(menu, undefined, NOW)
  expect(view.services.map(({ name }) => name)).toEqual(['其他', '欠薪'])
  expect(view).toMatchObject({ closed: false, free: '近14天有空档：电话、图文', strip: '' })
  expect(view.lawyers).toMatchObject([{ name: '叶律师', modes: '电话、图文' }])
  expect(view.next?.label).toBe('欠薪咨询，9月17日（周四）14:30–15:00，电话，叶律师，已预约')
})

test('without a lawyer or an open service nothing can be booked', () => {
  expect(menuView({ ...menu, lawyers: [] }, undefined, NOW).closed).toBe(true)
  expect(menuView({ ...menu, services: [] }, undefined, NOW).closed).toBe(true)
  expect(menuView({ ...menu, free: {} }, undefined, NOW).free).toBe('近14天暂无空档')
})

test('a copy promises no free hours and no appointment that is over', () => {
  expect(menuView(menu, NOW, ended)).toMatchObject({ free: '空档需联网查看', next: undefined })
})

test('every state has words, and an hour that has passed waits for its record', () => {
  const words = (state: AppointmentState, now = NOW) => spoken(appointmentWords({ ...mine, state }, now))
  expect(words('CONFLICTED')).toBe('正在为您换律师')
  expect(words('CLEARED')).toBe('律师已确认')
  expect(words('CLEARED', ended)).toBe('等律师填写记录')
  expect(words('CANCELLED', ended)).toBe('已取消')
  expect(appointmentLine(mine, NOW).meta).toBe('14:30　电话　叶律师')
})

test('an appointment says what happens next, and never why a lawyer cannot take it', () => {
  const next = (change: Partial<AppointmentView>, now = NOW) =>
    nextWords({ ...appointment, ...change }, now).join('')
  expect(next({})).toMatch(/请保持畅通.*最晚 9月17日 10:00 前确认/)
  expect(next({ mode: 'TEXT', state: 'CLEARED' })).toMatch(/写进咨询记录/)
  expect(next({ state: 'CLEARED' }, ended)).toMatch(/填好咨询记录后/)
  expect(next({ state: 'CONFLICTED' })).not.toMatch(/冲突/)
  expect(next({ state: 'CANCELLED', reason: '律师请假' })).toBe('取消原因：律师请假')
  expect(next({ state: 'NO_SHOW' })).toMatch(/图文咨询不受影响/)
})

test('before it begins it may be cancelled and put into the calendar; from a copy it may not be cancelled', () => {
  expect(appointmentPage(appointment, undefined, NOW)).toMatchObject({ mayCancel: true, ahead: true })
  expect(appointmentPage(appointment, NOW, NOW).mayCancel).toBe(false)
  expect(appointmentPage(appointment, undefined, ended)).toMatchObject({ mayCancel: false, ahead: false })
  expect(appointmentPage(appointment, undefined, NOW).files).toEqual([{ id: 'fl_1', name: '材料 1（PDF）' }])
})

test('a final record is shown with its next step; a draft is not', () => {
  const record = { facts: '已核对', advice: '先催告', next: 'MEDIATION' as const, finalAt: ended }
  const of = (finalAt: number) =>
    appointmentPage({ ...appointment, state: 'DONE', record: { ...record, finalAt } }, undefined, ended)
      .record
  expect(of(0)).toBeUndefined()
  expect(of(ended)).toMatchObject({
    next: '申请调解',
    nextHint: expect.stringMatching(/12351/),
    at: '填写于 9月18日 10:00',
  })
})

test('who rated reads their rating and may book again', () => {
  const rated = { ...appointment, state: 'RATED' as const, rating: { score: 5, text: '耐心' } }
  expect(appointmentPage(rated, undefined, ended)).toMatchObject({
    ...{ rated: { score: 5, text: '耐心' }, mayRate: false, mayBookAgain: true },
  })
})

test('the list of one’s own has appointments and limitation cards, or a way to begin', () => {
  const card: Limitation = {
    ...{ limitId: 'lm_1', rev: 1, claimType: 'DISMISSAL', keyDate: '2026-03-10', employedStill: false },
    ...{ events: [], remind: true, deadline: '2027-03-10', daysLeft: 175, basis: [] },
  }
  expect(appointmentsView({ items: [mine] }, NOW)).toMatchObject({ appointments: [{ title: '欠薪咨询' }] })
  expect(appointmentsView({ items: [] }, NOW)).toMatchObject({ kind: 'empty', title: '暂无记录' })
  expect(limitsView([card], undefined)).toMatchObject({ limits: [{ note: '还有 175 天' }] })
  expect(limitsView([], undefined)).toMatchObject({ kind: 'empty', action: '算一算时效' })
})
