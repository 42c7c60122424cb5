import { agendaView, noteOf, pageOf, span } from '../../miniprogram/packages/me/pages/agenda/agenda.view'
import type { AgendaEvent } from '../../typings/api/account'
import { NOW, at } from './sample'

const event = (refId: string, from: string, to: string, no = 32): AgendaEvent => ({
  kind: 'ACTIVITY',
  refId,
  title: '骑手夜校',
  startAt: at(from),
  endAt: at(to),
  spot: '和顺东里',
  address: '东里18号',
  no,
})

test('sixty days are asked for, from today on', () => {
  expect(span(NOW)).toEqual({ from: '2026-09-16', to: '2026-11-15' })
})

test('events stand by day in order, a place with its number, an offer with the way to answer it', () => {
  const view = agendaView(
    [
      event('s3', '2026-09-18T18:30:00', '2026-09-18T20:00:00', 0),
      event('s1', '2026-09-18T09:00:00', '2026-09-18T10:00:00'),
      event('s2', '2026-09-16T19:00:00', '2026-09-16T20:30:00'),
    ],
    undefined,
    NOW,
  )
  expect(view).toMatchObject({
    days: [
      { date: '9月16日（周三）', ahead: '今天', events: [{ refId: 's2' }] },
      {
        date: '9月18日（周五）',
        ahead: '后天',
        events: [
          { refId: 's1', opens: 'ticket', state: { number: '32' } },
          { refId: 's3', opens: 'queue', state: { tone: 'amber' } },
        ],
      },
    ],
  })
})

test('what runs over many days stands under today, and what has ended nowhere', () => {
  const walk = event('s1', '2026-09-01T00:00:00', '2026-09-30T23:00:00')
  const over = event('s2', '2026-09-16T08:00:00', '2026-09-16T09:00:00')
  expect(agendaView([walk, over], undefined, NOW)).toMatchObject({
    days: [{ ahead: '今天', events: [{ time: '9月1日–9月30日' }] }],
  })
  expect(agendaView([over], at('2026-09-16T09:41:00'), NOW)).toEqual({
    kind: 'empty',
    strip: '当前无网络，显示的是09:41的内容',
  })
})

test('an appointment opens its own page, and the calendar of the phone says nothing of what it is about', () => {
  const appointment: AgendaEvent = {
    ...event('apt_1', '2026-09-18T14:00:00', '2026-09-18T14:30:00', 0),
    kind: 'APPOINTMENT',
    title: '法律咨询（电话）',
    spot: '',
    address: '',
  }
  const view = agendaView([appointment], undefined, NOW)
  const [line] = view.kind === 'ready' ? (view.days[0]?.events ?? []) : []
  expect(line).toMatchObject({ opens: 'appointment', label: '14:00–14:30，法律咨询（电话），已预约' })
  expect(line && pageOf(line)).toBe('/packages/legal/pages/appointment/appointment?id=apt_1')
  expect(noteOf(appointment)).not.toMatch(/律师|工资/)
})
