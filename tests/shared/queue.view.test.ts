import {
  expired,
  promoted,
  queueView,
  readyView,
} from '../../miniprogram/packages/activities/pages/queue/queue.view'
import type { MyWait } from '../../typings/api/activity'
import { NOW, activity, at, session } from './sample'

const wait: MyWait = { waitNo: 7, ahead: 2, autoAccept: false }
const offer = { no: 14, until: at('2026-09-16T14:20:00') }
const of = (change: object) => queueView(activity, { ...session, left: 0, ...change }, NOW)

test('who waits reads their position large, who is before them, and what happens when a place comes', () => {
  expect(of({ wait })).toMatchObject({
    state: 'waiting',
    head: '前面还有 2 人',
    number: '3',
    lines: [expect.stringMatching(/通知您.*确认/), expect.stringMatching(/候补号 7/)],
  })
  expect(of({ wait: { ...wait, ahead: 0, autoAccept: true } })).toMatchObject({
    head: '下一个就是您',
    lines: [expect.stringMatching(/直接为您报名/), expect.any(String)],
  })
})

test('an offer says until when, in words and without a countdown', () => {
  expect(of({ wait: { ...wait, offer } })).toMatchObject({ state: 'offered', number: '14' })
  const lines = (until: number) => {
    const view = of({ wait: { ...wait, offer: { no: 14, until } } })
    return view.kind === 'ready' && view.lines[0]
  }
  expect(lines(offer.until)).toBe('请在 14:20 前确认。')
  expect(lines(at('2026-09-17T09:30:00'))).toBe('请在 明天 09:30 前确认。')
})

test('an offer whose time has passed is expired, a place held is promoted, and nobody else is in the queue', () => {
  expect(of({ wait: { ...wait, offer: { no: 14, until: NOW } } })).toMatchObject(expired)
  expect(of({ wait, mine: { no: 14 } })).toMatchObject(promoted(14))
  expect(readyView(activity, session, expired).lines[0]).toMatch(/顺延给下一位，不记分/)
  expect(of({})).toEqual({ kind: 'none' })
  expect(queueView(activity, undefined, NOW)).toEqual({ kind: 'none' })
})
