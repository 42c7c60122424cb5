import type { Me } from '../../../../../typings/api/account'
import type { ActivityDetail, SessionView } from '../../../../../typings/api/activity'
import { employmentLabels } from '../../../../shared/labels'
import { dateTime, dayOf } from '../../../../shared/time'

/**
 * The one thing to do about a session, or the reason why not as its label. `register` leads on to the sign-up,
 * `registerFirst` back to this page.
 */
export interface ButtonView {
  text: string
  action: 'signup' | 'register' | 'registerFirst' | 'join' | 'queue' | 'ticket' | 'none'
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

/** What a button holds in one line; in full it stands under the title. */
const LONGEST_LABEL = 10

function notForWords(activity: ActivityDetail): string {
  const words = audienceWords(activity)
  return words.length > LONGEST_LABEL ? '不在参加范围内' : words
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
  if (session.wait && (session.phase === 'OPEN' || session.phase === 'SHUT'))
    return { text: session.wait.offer ? '去确认名额' : '查看候补', action: 'queue' }
  if (session.phase === 'SOON') return off(`${dateTime(session.openAt)} 开始报名`)
  if (session.phase !== 'OPEN') return off(PHASE_REASONS[session.phase])
  if (activity.mode === 'OPEN') return off('无需报名，直接参加')
  if (activity.mode === 'DRAW') return off('线上抽签正在准备')
  if (stale) return off('联网后可以报名')
  const full = session.left === 0
  if (!me)
    return full ? { text: '加入候补', action: 'registerFirst' } : { text: '立即报名', action: 'register' }
  if (!isFor(activity, me)) return off(notForWords(activity))
  if ((me.suspendedUntil ?? 0) > now) return off(`您的报名暂停至${dayOf(me.suspendedUntil!)}`)
  return full ? { text: '加入候补', action: 'join' } : { text: '立即报名', action: 'signup' }
}
