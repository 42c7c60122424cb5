import type { Tally } from '../../_kit/places/tally'
import type { ActivityCard, Unit } from '../../../typings/api/activity'
import type { Activity } from '../../../typings/documents'
import { activityPhase, nextTimes } from '../phase'

export function unitOf({ rules }: Pick<Activity, 'rules'>): Unit {
  return rules.groupMax > 1 ? '组' : '名'
}

/** `left` is a promise of first come, first served; a draw or an open house makes none. */
export function leftOf(activity: Activity, tallies: readonly Tally[]): number | undefined {
  return activity.mode === 'FIRST' ? tallies.reduce((sum, { left }) => sum + left, 0) : undefined
}

/** `free`: somebody could sign up, now or once it opens. */
export function cardOf(
  activity: Activity,
  all: readonly Tally[],
  now: number,
): { activity: Activity; card: ActivityCard; free: boolean } {
  const { _id: activityId, kind, mode, art, title, orgName, sessions, spot, openAt, entrants } = activity
  const tallies = all.filter(({ refId }) => refId === activityId)
  const held = tallies.find(({ mine }) => mine !== undefined)
  const left = leftOf(activity, tallies)
  const phase = activityPhase(activity, now)
  const { startAt, endAt } = nextTimes(activity, now)
  const card: ActivityCard = {
    activityId,
    kind,
    mode,
    art,
    title,
    orgName,
    startAt,
    endAt,
    sessions,
    spot,
    phase,
    openAt,
    unit: unitOf(activity),
    ...(left !== undefined && { left }),
    ...(entrants !== undefined && { entrants }),
    ...(held?.mine !== undefined && { mine: { sessionId: held.pool, no: held.mine } }),
  }
  const room = mode === 'OPEN' || (left ?? 0) > 0
  return { activity, card, free: room && (phase === 'OPEN' || phase === 'SOON') }
}
