import type { Me } from '../../../../../typings/api/account'
import type { ActivityDetail, SessionView, Ticket } from '../../../../../typings/api/activity'
import {
  attendedWords,
  cardWords,
  pendingWords,
  queueWords,
  untilWords,
  type Words,
} from '../../../../components/state-words/words'
import { hoursWords } from '../../../../shared/time'

export interface DetailModel {
  activity: ActivityDetail
  me?: Me
  chosen?: string
  copyAt?: number
  /** By session, the tickets that the phone keeps: they may know of a check-in that an old copy does not. */
  tickets?: Partial<Record<string, Pick<Ticket, 'checkedInAt' | 'pending'>>>
  now: number
}

export const isFull = (activity: ActivityDetail, { phase, left }: SessionView): boolean =>
  activity.mode === 'FIRST' && phase === 'OPEN' && left === 0

export function sessionWords({ activity, copyAt, tickets }: DetailModel, session: SessionView): Words {
  const { phase, mine, wait, waiting = 0 } = session
  const stale = copyAt !== undefined
  if (mine && phase !== 'CALLED_OFF') {
    const { checkedInAt, pending } = stale ? { ...mine, ...tickets?.[session.sessionId] } : mine
    if (checkedInAt !== undefined) return attendedWords(checkedInAt)
    if (pending) return pendingWords
  }
  const queued = wait && (phase === 'OPEN' || phase === 'SHUT')
  if (!mine && (queued || (isFull(activity, session) && !stale))) return queueWords(waiting, wait)
  return cardWords({ ...session, mode: activity.mode, unit: activity.unit }, stale)
}

function queueRule({ offerMin }: ActivityDetail): string {
  const within = offerMin
    ? `一般请在 ${hoursWords(offerMin.usual)}内确认，开始前一天内为 ${hoursWords(offerMin.near)}`
    : '请在通知里写明的时间前确认'
  return `有人取消时按顺序通知您，${within}。逾期顺延给下一位，不记分。`
}

export function hintWords(activity: ActivityDetail, session: SessionView | undefined, now: number): string {
  if (!session || session.mine) return ''
  const { phase, wait } = session
  if (phase !== 'OPEN' && phase !== 'SHUT' && phase !== 'RUNNING') return ''
  if (phase !== 'RUNNING' && wait?.offer)
    return `有名额了！第 ${wait.offer.no} 号为您保留到 ${untilWords(wait.offer.until, now)}，请尽快确认。`
  if (phase !== 'OPEN')
    return activity.mode === 'FIRST' ? '没有报名也可以到场扫现场码，有空位就能参加，由工作人员核验。' : ''
  if (activity.mode === 'DRAW') return '本活动用抽签决定名额。线上抽签正在准备，想参加请拨打 12351 登记。'
  return isFull(activity, session) || wait ? queueRule(activity) : ''
}

export function underWords({ activity, copyAt }: DetailModel, session: SessionView): string {
  if (copyAt !== undefined || activity.mode !== 'FIRST' || session.mine) return ''
  if (session.wait) return session.wait.offer ? '有名额' : `第 ${session.wait.ahead + 1} 位`
  if (session.phase !== 'OPEN' || session.left === undefined) return ''
  return session.left > 0 ? `余 ${session.left} ${activity.unit}` : `前面 ${session.waiting ?? 0} 人`
}
