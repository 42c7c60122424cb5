import type { ActivityCard } from '../../../typings/api/activity'
import { clock, dateLong, localDate, range, stamp } from '../../shared/time'
import { cardWords, spoken, type Words } from '../state-words/words'

/** What an activity card prints. */
export interface CardView {
  activityId: string
  title: string
  day: string
  sub: string
  /** Instead of the stamp in large text. */
  date: string
  meta: string
  art: string
  /** Address of a photo; '' shows the drawing. */
  cover: string
  state: Words
  label: string
}

/** 19:00; 4个时段 of a visit; 3场; 9月1日–9月30日. */
function hours(card: ActivityCard): string {
  if (localDate(card.startAt) !== localDate(card.endAt)) return range(card.startAt, card.endAt)
  if (card.sessions === 1) return clock(card.startAt)
  return card.kind === 'VISIT' ? `${card.sessions}个时段` : `${card.sessions}场`
}

export function cardView(card: ActivityCard, stale: boolean): CardView {
  const state = cardWords(card, stale)
  const time = hours(card)
  return {
    activityId: card.activityId,
    title: card.title,
    ...stamp(card.startAt),
    date: dateLong(card.startAt),
    meta: `${time}　${card.spot}`,
    art: card.art,
    cover: card.coverUrl ?? '',
    state,
    label: `${card.title}，${dateLong(card.startAt)}，${time}，${card.spot}，${spoken(state)}`,
  }
}
