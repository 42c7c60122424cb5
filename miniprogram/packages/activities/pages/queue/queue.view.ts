import type { ActivityDetail, SessionView } from '../../../../../typings/api/activity'
import type { FailedView } from '../../../../components/failure-card/failed'
import { untilWords } from '../../../../components/state-words/words'
import { when } from '../../../../shared/time'

/** PROMOTED: the person holds a place. EXPIRED: the offer was not answered in time. */
type QueueState = 'waiting' | 'offered' | 'expired' | 'promoted'

export interface ReadyView {
  kind: 'ready'
  state: QueueState
  title: string
  when: string
  spot: string
  /** Above the large number, and around it. */
  head: string
  before: string
  number: string
  after: string
  /** What follows, each a sentence. */
  lines: string[]
}

export type QueueView = { kind: 'loading' } | { kind: 'none' } | ReadyView | FailedView

type StateView = Pick<ReadyView, 'state' | 'head' | 'before' | 'number' | 'after' | 'lines'>

export const promoted = (no: number): StateView => ({
  state: 'promoted',
  head: '您已报上名',
  before: '您是第',
  number: String(no),
  after: '号',
  lines: ['签到码已存在手机里，没有网络也能出示。', '来不了请尽早取消，名额会让给下一位。'],
})

export const expired: StateView = {
  state: 'expired',
  head: '确认时间已过',
  before: '',
  number: '',
  after: '',
  lines: ['名额已顺延给下一位，不记分。', '还想参加，可以回活动页重新加入候补。'],
}

const offered = ({ no, until }: { no: number; until: number }, now: number): StateView => ({
  state: 'offered',
  head: '有名额了',
  before: '为您保留第',
  number: String(no),
  after: '号',
  lines: [`请在 ${untilWords(until, now)} 前确认。`, '逾期或放弃，名额顺延给下一位，不记分。'],
})

function waiting({ ahead, waitNo, autoAccept }: NonNullable<SessionView['wait']>): StateView {
  return {
    state: 'waiting',
    head: ahead === 0 ? '下一个就是您' : `前面还有 ${ahead} 人`,
    before: '您排在第',
    number: String(ahead + 1),
    after: '位',
    lines: [
      autoAccept
        ? '有名额时直接为您报名，并通知您。'
        : '有名额时通知您，请在通知里写明的时间前确认，逾期顺延给下一位。',
      `候补号 ${waitNo}，退出后再加入要从最后排起。`,
    ],
  }
}

function stateOf({ mine, wait }: SessionView, now: number): StateView | undefined {
  if (mine) return promoted(mine.no)
  if (!wait) return undefined
  if (!wait.offer) return waiting(wait)
  return wait.offer.until > now ? offered(wait.offer, now) : expired
}

export const readyView = (activity: ActivityDetail, session: SessionView, state: StateView): ReadyView => ({
  kind: 'ready',
  title: activity.title,
  when: when(session.startAt, session.endAt),
  spot: session.spot.name,
  ...state,
})

export function queueView(
  activity: ActivityDetail,
  session: SessionView | undefined,
  now: number,
): QueueView {
  const state = session && stateOf(session, now)
  return session && state ? readyView(activity, session, state) : { kind: 'none' }
}
