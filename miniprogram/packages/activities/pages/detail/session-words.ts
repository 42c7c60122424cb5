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

export interface DetailModel {
  activity: ActivityDetail
  me?: Me
  chosen?: string
  copyAt?: number
  /** By session, the tickets that the phone keeps: they know whether the person was checked in. */
  tickets?: Partial<Record<string, Pick<Ticket, 'checkedInAt' | 'pending'>>>
  now: number
}

export const isFull = (activity: ActivityDetail, { phase, left }: SessionView): boolean =>
  activity.mode === 'FIRST' && phase === 'OPEN' && left === 0

export function sessionWords({ activity, copyAt, tickets }: DetailModel, session: SessionView): Words {
  const { phase, mine, wait, waiting = 0 } = session
  const stale = copyAt !== undefined
  const ticket = mine && phase !== 'CALLED_OFF' ? tickets?.[session.sessionId] : undefined
  if (ticket?.checkedInAt !== undefined) return attendedWords(ticket.checkedInAt)
  if (ticket?.pending) return pendingWords
  const queued = wait && (phase === 'OPEN' || phase === 'SHUT')
  if (!mine && (queued || (isFull(activity, session) && !stale))) return queueWords(waiting, wait)
  return cardWords({ ...session, mode: activity.mode, unit: activity.unit }, stale)
}

const QUEUE_RULE =
  '有人取消时按顺序通知您，一般请在两小时内确认，临近开始为20分钟。逾期顺延给下一位，不记分。'

export function hintWords(activity: ActivityDetail, session: SessionView | undefined, now: number): string {
  if (!session || session.mine) return ''
  const { phase, wait } = session
  if (phase !== 'OPEN' && phase !== 'SHUT' && phase !== 'RUNNING') return ''
  if (phase !== 'RUNNING' && wait?.offer)
    return `有名额了！第 ${wait.offer.no} 号为您保留到 ${untilWords(wait.offer.until, now)}，请尽快确认。`
  if (phase !== 'OPEN')
    return activity.mode === 'FIRST' ? '没有报名也可以到场扫现场码，有空位就能参加，由工作人员核验。' : ''
  if (activity.mode === 'DRAW') return '本活动用抽签决定名额。线上抽签正在准备，想参加请拨打 12351 登记。'
  return isFull(activity, session) || wait ? QUEUE_RULE : ''
}

export function underWords({ activity, copyAt }: DetailModel, session: SessionView): string {
  if (copyAt !== undefined || activity.mode !== 'FIRST' || session.mine) return ''
  if (session.wait) return session.wait.offer ? '有名额' : `第 ${session.wait.ahead + 1} 位`
  if (session.phase !== 'OPEN' || session.left === undefined) return ''
  return session.left > 0 ? `余 ${session.left} ${activity.unit}` : `前面 ${session.waiting ?? 0} 人`
}
