import type { Boot } from '../../../typings/api/account'
import type { ActivityCard, MyActivity } from '../../../typings/api/activity'
import type { Role } from '../../../typings/documents'
import { cardView, type CardView } from '../../components/activity-card/card'
import type { FailedView } from '../../components/failure-card/failed'
import { stripWords } from '../../components/offline-strip/strip'
import { offerWords, plainWords, spoken, type Words } from '../../components/state-words/words'
import { roleLabels } from '../../shared/labels'
import { clock, dateLong, dayOf, daysAhead, stamp } from '../../shared/time'
import { workbenches } from '../../shared/workbench'

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

/** A place that waits for an answer. */
export interface OfferView {
  activityId: string
  sessionId: string
  title: string
  meta: string
  state: Words
  label: string
}

/** The way to the desk; without `url` a sentence that it comes later. */
export interface WorkView {
  title: string
  line: string
  url: string
}

export interface ReadyView {
  kind: 'ready'
  strip: string
  offers: OfferView[]
  next?: NextView
  work?: WorkView
  /** A matter of the caller's own, or nothing. */
  notice: string
  soon: CardView[]
}

export type HomeView = { kind: 'loading' } | ReadyView | FailedView

export interface HomeModel {
  boot: Boot
  cards: ActivityCard[]
  mine: MyActivity[]
  /** What they wait for. */
  queued: MyActivity[]
  /** In which the person works on this phone. */
  role?: Role
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

function offerView(one: MyActivity, now: number): OfferView {
  const { activityId, sessionId, title, startAt, spot, offerUntil = now } = one
  const state = offerWords(offerUntil, now)
  const meta = `${dateLong(startAt)}${clock(startAt)}　${spot}`
  return { activityId, sessionId, title, meta, state, label: `${spoken(state)}，${title}，${meta}` }
}

/** Administrators find theirs under 我的. */
function workView(role: Role | undefined): WorkView | undefined {
  if (!role || role === 'ADMIN') return undefined
  const { entries, later } = workbenches[role]
  const [first] = entries
  return first ?? { title: `${roleLabels[role]}工作台`, line: later, url: '' }
}

export function homeView({ boot, role, cards, mine, queued, copyAt, now }: HomeModel): ReadyView {
  const next = mine.find(one => one.state === 'SIGNED' && one.endAt > now)
  const suspended = boot.me?.suspendedUntil ?? 0
  const soon = cards
    .filter(card => card.phase === 'OPEN' || card.phase === 'SOON')
    .filter(card => !next || card.mine?.sessionId !== next.sessionId)
    .slice(0, SOON_SHOWN)
  return {
    kind: 'ready',
    strip: stripWords(copyAt),
    offers: queued
      .filter(({ state, offerUntil = 0 }) => state === 'OFFERED' && offerUntil > now)
      .map(one => offerView(one, now)),
    next: next && nextView(next, now),
    work: workView(role),
    notice: suspended > now ? `因多次未到场，限额活动报名暂停至${dayOf(suspended)}` : '',
    soon: soon.map(card => cardView(card, copyAt !== undefined)),
  }
}
