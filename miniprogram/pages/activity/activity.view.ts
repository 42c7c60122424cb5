import type { ActivityCard } from '../../../typings/api/activity'
import { cardView, type CardView } from '../../components/activity-card/card'
import type { FailedView } from '../../components/failure-card/failed'
import { stripWords } from '../../components/offline-strip/strip'
import { isNarrowed, type Chosen } from './filter'

export interface EmptyView {
  kind: 'empty'
  strip: string
  text: string
  /** Label of the way on. */
  action: string
}

export interface ReadyView {
  kind: 'ready'
  strip: string
  cards: CardView[]
  /** Words below the last card. */
  end: string
}

export type ListView = { kind: 'loading' } | EmptyView | ReadyView | FailedView

export interface ListModel {
  items: ActivityCard[]
  next?: string
  copyAt?: number
}

export function listView({ items, next, copyAt }: ListModel, chosen: Chosen): EmptyView | ReadyView {
  const stale = copyAt !== undefined
  const strip = stripWords(copyAt)
  if (items.length === 0)
    return isNarrowed(chosen)
      ? { kind: 'empty', strip, text: '换个条件试试，或看看全部活动。', action: '查看全部活动' }
      : { kind: 'empty', strip, text: '有新活动会在这里出现。', action: '去看看普惠服务' }
  return {
    kind: 'ready',
    strip,
    cards: items.map(card => cardView(card, stale)),
    end: next ? '正在加载更多' : '没有更多了',
  }
}
