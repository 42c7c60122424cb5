import type { MineTab, MyActivity, MyState } from '../../../../../typings/api/activity'
import type { CardView } from '../../../../components/activity-card/card'
import type { FailedView } from '../../../../components/failure-card/failed'
import { stripWords } from '../../../../components/offline-strip/strip'
import {
  mineWords,
  offerWords,
  pendingWords,
  plainWords,
  spoken,
  type Words,
} from '../../../../components/state-words/words'
import { clock, dateLong, localDate, range, stamp } from '../../../../shared/time'

export interface MyCard extends CardView {
  /** One session may be held, given up and held again. */
  key: string
  sessionId: string
  /** The page a tap opens. */
  opens: 'ticket' | 'queue' | 'detail'
  rateable: boolean
}

export interface ReadyView {
  kind: 'ready'
  strip: string
  cards: MyCard[]
}

export interface EmptyView {
  kind: 'empty'
  title: string
  text: string
}

export type MyListView = { kind: 'loading' } | EmptyView | ReadyView | FailedView

const STATE_WORDS: Record<Exclude<MyState, 'SIGNED' | 'WAITING' | 'OFFERED'>, Words> = {
  CANCELLED: plainWords('已取消'),
  LATE_CANCELLED: plainWords('已取消，记 1 分'),
  ATTENDED: plainWords('已签到', 'green', 'check-circle'),
  NO_SHOW: plainWords('未到场，记 2 分', 'late'),
  CALLED_OFF: plainWords('活动已取消', 'late'),
  OVER: plainWords('已结束'),
  PENDING: pendingWords,
}

/** What is over may still be looked at; what is running leads to what can be done about it. */
const OPENS: Partial<Record<MyState, MyCard['opens']>> = {
  SIGNED: 'ticket',
  PENDING: 'ticket',
  WAITING: 'queue',
  OFFERED: 'queue',
}

function stateWords({ state, no, offerUntil }: MyActivity, now: number): Words {
  if (state === 'SIGNED') return mineWords(no)
  if (state === 'OFFERED') return offerWords(offerUntil ?? now, now)
  if (state === 'WAITING')
    return { tone: 'plain', icon: '', before: '候补中，候补号 ', number: String(no), after: '' }
  return STATE_WORDS[state]
}

export const idOf = ({ sessionId, no, state }: MyActivity): string => `${sessionId}:${no}:${state}`

function myCard(one: MyActivity, tab: MineTab, now: number): MyCard {
  const state = stateWords(one, now)
  const time = range(one.startAt, one.endAt)
  const long = localDate(one.startAt) !== localDate(one.endAt)
  const attendedNow = tab === 'UPCOMING' && one.state === 'ATTENDED'
  return {
    key: idOf(one),
    activityId: one.activityId,
    sessionId: one.sessionId,
    opens: attendedNow ? 'ticket' : (OPENS[one.state] ?? 'detail'),
    rateable: one.rateable,
    title: one.title,
    ...stamp(one.startAt),
    date: dateLong(one.startAt),
    meta: `${long ? time : clock(one.startAt)}　${one.spot}`,
    art: one.art,
    cover: '',
    state,
    label: `${one.title}，${dateLong(one.startAt)}，${time}，${one.spot}，${spoken(state)}`,
  }
}

const EMPTY: Record<MineTab, Omit<EmptyView, 'kind'>> = {
  UPCOMING: { title: '还没有报名活动', text: '报上名后，号码和签到码都在这里。' },
  WAITING: { title: '没有在候补的活动', text: '名额满了可以候补，有人取消时按顺序通知您。' },
  ENDED: { title: '还没有结束的活动', text: '参加过和取消了的活动会留在这里。' },
}

export function myListView(
  { items, copyAt }: { items: MyActivity[]; copyAt?: number },
  tab: MineTab,
  now: number,
): EmptyView | ReadyView {
  if (items.length === 0) return { kind: 'empty', ...EMPTY[tab] }
  return { kind: 'ready', strip: stripWords(copyAt), cards: items.map(one => myCard(one, tab, now)) }
}
