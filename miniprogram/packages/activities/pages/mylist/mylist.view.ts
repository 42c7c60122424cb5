import type { MineTab, MyActivity, MyState } from '../../../../../typings/api/activity'
import type { CardView } from '../../../../components/activity-card/card'
import type { FailedView } from '../../../../components/failure-card/failed'
import { stripWords } from '../../../../components/offline-strip/strip'
import { mineWords, plainWords, spoken, type Words } from '../../../../components/state-words/words'
import { clock, dateLong, localDate, range, stamp } from '../../../../shared/time'

export interface ReadyView {
  kind: 'ready'
  strip: string
  cards: (CardView & { sessionId: string; held: boolean })[]
}

export type MyListView =
  { kind: 'loading' } | { kind: 'empty'; title: string; text: string } | ReadyView | FailedView

const STATE_WORDS: Record<Exclude<MyState, 'SIGNED'>, Words> = {
  CANCELLED: plainWords('已取消'),
  LATE_CANCELLED: plainWords('已取消，记 1 分'),
  ATTENDED: plainWords('已签到', 'green', 'check-circle'),
  NO_SHOW: plainWords('未到场，记 2 分', 'late'),
  CALLED_OFF: plainWords('活动已取消', 'late'),
  OVER: plainWords('已结束'),
  PENDING: plainWords('签到待核验'),
  WAITING: plainWords('候补中'),
  OFFERED: plainWords('有名额，请确认', 'amber', 'info-circle'),
}

function myCard(one: MyActivity): ReadyView['cards'][number] {
  const held = one.state === 'SIGNED'
  const state = one.state === 'SIGNED' ? mineWords(one.no) : STATE_WORDS[one.state]
  const time = range(one.startAt, one.endAt)
  const long = localDate(one.startAt) !== localDate(one.endAt)
  return {
    activityId: one.activityId,
    sessionId: one.sessionId,
    held,
    title: one.title,
    ...stamp(one.startAt),
    date: dateLong(one.startAt),
    meta: `${long ? time : clock(one.startAt)}　${one.spot}`,
    art: one.art,
    state,
    label: `${one.title}，${dateLong(one.startAt)}，${time}，${one.spot}，${spoken(state)}`,
  }
}

export function myListView(items: MyActivity[], tab: MineTab, copyAt?: number): MyListView {
  if (items.length === 0)
    return tab === 'UPCOMING'
      ? { kind: 'empty', title: '还没有报名活动', text: '报上名后，号码和签到码都在这里。' }
      : { kind: 'empty', title: '还没有结束的活动', text: '参加过和取消了的活动会留在这里。' }
  const strip = stripWords(copyAt)
  return { kind: 'ready', strip, cards: items.map(myCard) }
}
