import { cardView } from '../../miniprogram/components/activity-card/card'
import { cardWords, spoken } from '../../miniprogram/components/state-words/words'
import { listView } from '../../miniprogram/pages/activity/activity.view'
import { copyKey, toFilter, unfiltered } from '../../miniprogram/pages/activity/filter'
import { NOW, at, card } from './sample'

const words = (change: Partial<typeof card>, stale = false) =>
  spoken(cardWords({ ...card, ...change }, stale))

test('the state of a card is a word first: places left, few left, full, drawn, not open yet, mine', () => {
  expect(words({})).toBe('余 29 名')
  expect(words({ left: 2 })).toBe('仅余 2 名')
  expect(words({ left: 0 })).toBe('名额已满，可候补')
  expect(words({ unit: '组', left: 4 })).toBe('余 4 组')
  expect(words({ mode: 'DRAW', left: undefined, entrants: 86 })).toBe('86 人参加抽签')
  expect(words({ phase: 'SOON', openAt: at('2026-09-18T09:00:00') })).toBe('9月18日 09:00 开始报名')
  expect(words({ mine: { sessionId: 's2', no: 32 } })).toBe('已报名，第 32 号')
  expect(words({ phase: 'CALLED_OFF', mine: { sessionId: 's2', no: 32 } })).toBe('活动已取消')
})

test('a stale copy does not pretend to know a count, and still knows the own place', () => {
  expect(words({}, true)).toBe('余量需联网查看')
  expect(words({ mine: { sessionId: 's2', no: 32 } }, true)).toBe('已报名，第 32 号')
})

test('a card says the hour of one session, the number of several, and the days of a long one', () => {
  expect(cardView(card, false).meta).toBe('19:00　和顺东里')
  expect(cardView({ ...card, sessions: 3 }, false).meta).toBe('3场　和顺东里')
  expect(cardView({ ...card, kind: 'VISIT', sessions: 4 }, false).meta).toBe('4个时段　和顺东里')
  expect(cardView({ ...card, endAt: at('2026-09-30T20:00:00') }, false).meta).toBe(
    '9月19日–9月30日　和顺东里',
  )
})

test('an empty list leads on: back to all when narrowed, else to the services', () => {
  const empty = { items: [] }
  expect(listView(empty, unfiltered)).toMatchObject({ kind: 'empty', action: '去看看普惠服务' })
  expect(listView(empty, { ...unfiltered, kind: 'COOL' })).toMatchObject({ action: '查看全部活动' })
})

test('a copy carries the time it was taken', () => {
  const view = listView({ items: [card], copyAt: at('2026-09-16T09:41:00') }, unfiltered)
  expect(view.strip).toBe('当前无网络，显示的是09:41的内容')
})

test('filters become what the function takes, and only what was chosen', () => {
  expect(toFilter(unfiltered, NOW)).toEqual({ from: NOW })
  expect(toFilter({ kind: 'VISIT', period: 'week', street: 'S1', hasPlace: true }, NOW)).toEqual({
    from: NOW,
    to: at('2026-09-23T00:00:00'),
    kind: 'VISIT',
    orgId: 'S1',
    hasPlace: true,
  })
  expect(copyKey(unfiltered)).not.toBe(copyKey({ ...unfiltered, hasPlace: true }))
})
