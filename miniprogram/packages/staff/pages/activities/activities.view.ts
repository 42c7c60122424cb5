import type { ManagedActivity, ManageState } from '../../../../../typings/api/activity'
import type { FailedView } from '../../../../components/failure-card/failed'
import { stripWords } from '../../../../components/offline-strip/strip'
import { plainWords, spoken, type Words } from '../../../../components/state-words/words'
import { clock, dateLong, localDate, range, stamp } from '../../../../shared/time'

export const stateChips: { key: ManageState | ''; label: string }[] = [
  { key: '', label: '全部' },
  { key: 'DRAFT', label: '草稿' },
  { key: 'REVIEWING', label: '待复核' },
  { key: 'LIVE', label: '进行中' },
  { key: 'OVER', label: '已结束' },
]

export interface CardView {
  activityId: string
  title: string
  day: string
  sub: string
  date: string
  meta: string
  state: Words
  /** Changes that wait; '' without any. */
  waiting: string
  /** 32 / 60 and what it counts; '' where nothing is counted. */
  held: string
  queue: string
  label: string
}

export interface ReadyView {
  kind: 'ready'
  strip: string
  cards: CardView[]
  end: string
}

export type ListView =
  { kind: 'loading' } | { kind: 'empty'; strip: string; title: string; text: string } | ReadyView | FailedView

const PHASE_WORDS: Record<ManagedActivity['phase'], Words> = {
  SOON: plainWords('未开始报名'),
  OPEN: plainWords('报名中', 'green', 'check-circle'),
  SHUT: plainWords('报名已截止'),
  RUNNING: plainWords('正在进行', 'green', 'check-circle'),
  ENDED: plainWords('到时间了，待结束签到', 'amber', 'time'),
  CALLED_OFF: plainWords('已取消', 'late'),
}

function stateWords({ state, draftState, phase }: ManagedActivity): Words {
  if (state === 'CALLED_OFF') return PHASE_WORDS.CALLED_OFF
  if (state === 'FINISHED') return plainWords('已结束')
  if (state === 'REVIEWING') return plainWords('待复核', 'amber', 'time')
  if (state === 'DRAFT')
    return draftState === 'RETURNED' ? plainWords('被退回', 'amber', 'error-circle') : plainWords('草稿')
  return PHASE_WORDS[phase]
}

function waitingWords({ state, hasDraft, draftState }: ManagedActivity): string {
  if (state !== 'PUBLISHED' || !hasDraft) return ''
  return { DRAFT: '有修改未发布', REVIEWING: '修改待复核', RETURNED: '修改被退回' }[draftState]
}

/** The session to come or running, or the last one. */
export function nextSession({ sessions, startAt, endAt }: ManagedActivity, now: number) {
  const live = sessions.filter(({ state }) => state !== 'CALLED_OFF')
  return live.find(session => session.endAt > now) ?? live[live.length - 1] ?? { startAt, endAt }
}

function metaWords(one: ManagedActivity, now: number): string {
  const next = nextSession(one, now)
  const long = localDate(next.startAt) !== localDate(next.endAt)
  const time = long ? range(next.startAt, next.endAt) : clock(next.startAt)
  const several = one.sessions.length > 1 ? `，共${one.sessions.length}场` : ''
  return `${time}${several}　${one.spot || '地点待定'}`
}

function cardOf(one: ManagedActivity, now: number): CardView {
  const { startAt } = nextSession(one, now)
  const state = stateWords(one)
  const counted = one.state !== 'DRAFT' && one.state !== 'REVIEWING' && one.capacity > 0
  const held = counted ? `${one.held} / ${one.capacity}` : ''
  const queue = one.waiting > 0 ? `候补 ${one.waiting}` : ''
  const waiting = waitingWords(one)
  const words = [one.title, dateLong(startAt), spoken(state), waiting, held && `已报 ${held}`, queue]
  return {
    activityId: one.activityId,
    title: one.title,
    ...stamp(startAt),
    date: dateLong(startAt),
    meta: metaWords(one, now),
    state,
    waiting,
    held,
    queue,
    label: words.filter(Boolean).join('，'),
  }
}

const EMPTY: Record<ManageState | '', [title: string, text: string]> = {
  '': ['还没有活动，点“新建”', '写好就能发布，也可以先存成草稿。'],
  DRAFT: ['没有草稿', '没写完的活动会留在这里。'],
  REVIEWING: ['没有待复核的活动', '有预算的活动提交后，在这里等另一位同事复核。'],
  LIVE: ['没有进行中的活动', '发布了的活动会出现在这里。'],
  OVER: ['没有结束的活动', '办完的和取消了的活动会留在这里。'],
}

export interface ListModel {
  items: ManagedActivity[]
  next?: string
  copyAt?: number
  state: ManageState | ''
  now: number
}

export function listView({ items, next, copyAt, state, now }: ListModel): ListView {
  const strip = stripWords(copyAt)
  const [title, text] = EMPTY[state]
  if (items.length === 0) return { kind: 'empty', strip, title, text }
  const end = next ? '正在加载更多' : '没有更多了'
  return { kind: 'ready', strip, cards: items.map(one => cardOf(one, now)), end }
}
