import { myListView } from '../../miniprogram/packages/activities/pages/mylist/mylist.view'
import type { MineTab, MyActivity } from '../../typings/api/activity'
import { NOW, at, card } from './sample'

const one: MyActivity = {
  activityId: 'a2',
  sessionId: 's2',
  kind: 'NEWFORM',
  art: 'newform',
  title: '骑手夜校',
  startAt: card.startAt,
  endAt: card.endAt,
  spot: '和顺东里',
  no: 7,
  headcount: 1,
  state: 'SIGNED',
  rateable: false,
}
const cards = (items: MyActivity[], tab: MineTab = 'UPCOMING') => {
  const view = myListView({ items }, tab, NOW)
  return view.kind === 'ready' ? view.cards : []
}

test('what waits for a place leads to the queue, with an offer in amber and until when it stands', () => {
  const offered = { ...one, state: 'OFFERED' as const, offerUntil: at('2026-09-16T14:20:00') }
  expect(cards([{ ...one, state: 'WAITING' }, offered], 'WAITING')).toMatchObject([
    { opens: 'queue', state: { before: '候补中，候补号 ', number: '7' } },
    { opens: 'queue', state: { tone: 'amber', before: '有名额了，请在 14:20 前确认' } },
  ])
})

test('what is running leads to its ticket, what is over to the activity', () => {
  const opens = (state: MyActivity['state'], tab: MineTab) => cards([{ ...one, state }], tab)[0]?.opens
  expect([opens('SIGNED', 'UPCOMING'), opens('PENDING', 'UPCOMING'), opens('ATTENDED', 'UPCOMING')]).toEqual([
    'ticket',
    'ticket',
    'ticket',
  ])
  expect([opens('ATTENDED', 'ENDED'), opens('CANCELLED', 'ENDED')]).toEqual(['detail', 'detail'])
})

test('only what the server calls rateable can be rated', () => {
  const ended = { ...one, state: 'ATTENDED' as const }
  const list = cards(
    [
      { ...ended, rateable: true },
      { ...ended, no: 8 },
    ],
    'ENDED',
  )
  expect(list.map(({ rateable }) => rateable)).toEqual([true, false])
})

test('one session held twice is listed twice, and an empty tab says what would be there', () => {
  const keys = cards([{ ...one, state: 'CANCELLED' }, one], 'ENDED').map(({ key }) => key)
  expect(new Set(keys).size).toBe(2)
  expect(myListView({ items: [] }, 'WAITING', NOW)).toMatchObject({ title: '没有在候补的活动' })
})
