import type { Me } from '../../../../../typings/api/account'
import type { ActivityDetail, SessionView } from '../../../../../typings/api/activity'
import { employmentLabels } from '../../../../shared/labels'
import { dateTime, dayOf } from '../../../../shared/time'

/** The one thing to do about a session, or the reason why not as its label. */
export interface ButtonView {
  text: string
  action: 'signup' | 'register' | 'ticket' | 'none'
}

const off = (text: string): ButtonView => ({ text, action: 'none' })

/** Who it is for, in words; '' is everybody. */
export function audienceWords({ memberOnly, employments }: ActivityDetail): string {
  const who = employments.map(employment => employmentLabels[employment]).join('、')
  if (memberOnly) return who ? `仅限${who}中的会员` : '仅限工会会员'
  return who ? `面向${who}` : ''
}

function isFor(activity: ActivityDetail, me: Me): boolean {
  if (activity.memberOnly && me.status !== 'MEMBER') return false
  return activity.employments.length === 0 || activity.employments.includes(me.employment)
}

const PHASE_REASONS = {
  SHUT: '报名已截止',
  RUNNING: '报名已截止',
  ENDED: '活动已结束',
  CALLED_OFF: '活动已取消',
} as const

/** `me` is absent for a guest, who is asked to fill in only when something is to be had. */
export function buttonView(
  activity: ActivityDetail,
  session: SessionView,
  me: Me | undefined,
  stale: boolean,
  now: number,
): ButtonView {
  if (session.phase === 'CALLED_OFF') return off(PHASE_REASONS.CALLED_OFF)
  if (session.mine && session.phase !== 'ENDED') return { text: '打开签到码', action: 'ticket' }
  if (session.phase === 'SOON') return off(`${dateTime(session.openAt)} 开始报名`)
  if (session.phase !== 'OPEN') return off(PHASE_REASONS[session.phase])
  if (activity.mode === 'OPEN') return off('无需报名，直接参加')
  if (activity.mode === 'DRAW') return off('线上抽签正在准备')
  if (stale) return off('联网后可以报名')
  if (session.left === 0) return off('名额已满')
  if (!me) return { text: '立即报名', action: 'register' }
  if (!isFor(activity, me)) return off(audienceWords(activity))
  if ((me.suspendedUntil ?? 0) > now) return off(`您的报名暂停至${dayOf(me.suspendedUntil!)}`)
  return { text: '立即报名', action: 'signup' }
}
