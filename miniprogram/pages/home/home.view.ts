import type { Boot } from '../../../typings/api/account'
import type { ActivityCard, MyActivity } from '../../../typings/api/activity'
import { cardView, type CardView } from '../../components/activity-card/card'
import type { FailedView } from '../../components/failure-card/failed'
import { stripWords } from '../../components/offline-strip/strip'
import { plainWords, type Words } from '../../components/state-words/words'
import { clock, dateLong, dayOf, daysAhead, stamp } from '../../shared/time'

/** The place held next. */
export interface NextView {
  sessionId: string
  title: string
  day: string
  sub: string
  date: string
  clock: string
  meta: string
  no: number
  state: Words
}

export interface ReadyView {
  kind: 'ready'
  strip: string
  next?: NextView
  /** A matter of the caller's own, or nothing. */
  notice: string
  soon: CardView[]
}

export type HomeView = { kind: 'loading' } | ReadyView | FailedView

export interface HomeModel {
  boot: Boot
  cards: ActivityCard[]
  mine: MyActivity[]
  copyAt?: number
  now: number
}

const SOON_SHOWN = 3

function nextView(next: MyActivity, now: number): NextView {
  return {
    sessionId: next.sessionId,
    title: next.title,
    ...stamp(next.startAt),
    date: dateLong(next.startAt),
    clock: clock(next.startAt),
    meta: `${clock(next.startAt)}　${next.spot}`,
    no: next.no,
    state:
      next.startAt <= now
        ? plainWords('正在进行', 'green', 'check-circle')
        : plainWords(`已报名，${daysAhead(next.startAt, now)}开始`, 'green', 'check-circle'),
  }
}

export function homeView({ boot, cards, mine, copyAt, now }: HomeModel): ReadyView {
  const next = mine.find(one => one.state === 'SIGNED' && one.endAt > now)
  const suspended = boot.me?.suspendedUntil ?? 0
  const soon = cards
    .filter(card => card.phase === 'OPEN' || card.phase === 'SOON')
    .filter(card => !next || card.mine?.sessionId !== next.sessionId)
    .slice(0, SOON_SHOWN)
  return {
    kind: 'ready',
    strip: stripWords(copyAt),
    next: next && nextView(next, now),
    notice: suspended > now ? `因多次未到场，限额活动报名暂停至${dayOf(suspended)}` : '',
    soon: soon.map(card => cardView(card, copyAt !== undefined)),
  }
}
