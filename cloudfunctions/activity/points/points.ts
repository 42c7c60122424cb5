import type { Settings } from '../../_kit/settings'
import type { Activity, Place, Session, Signup } from '../../../typings/documents'

const DAY_MS = 24 * 3600_000

export const LATE_CANCEL_POINTS = 1

type StrikeSettings = Pick<Settings, 'strike.limit' | 'strike.windowDays' | 'strike.banDays'>

/** How far back points may matter still: a window that was full closes for some days more. Ms. */
export function pointsReachMs(settings: StrikeSettings): number {
  return (settings['strike.windowDays'] + settings['strike.banDays']) * DAY_MS
}

/**
 * Until when numbered activities are closed to a person (PRODUCT 6.3): some days from each point that filled a window of
 * days. The same whenever it is counted, so that points falling out of the window later open nothing early.
 */
export function suspendedUntil(
  rows: readonly Pick<Signup, 'points' | 'endedAt'>[],
  settings: StrikeSettings,
): number | undefined {
  const windowMs = settings['strike.windowDays'] * DAY_MS
  const counted = rows.filter(({ points }) => points > 0)
  const filling = counted.filter(({ endedAt: at }) => {
    const within = counted.filter(({ endedAt }) => endedAt <= at && endedAt > at - windowMs)
    return within.reduce((total, { points }) => total + points, 0) >= settings['strike.limit']
  })
  if (filling.length === 0) return undefined
  return Math.max(...filling.map(({ endedAt }) => endedAt)) + settings['strike.banDays'] * DAY_MS
}

/**
 * Until when cancelling is free (epoch ms); a moment later costs a point. Who took a place before the session was moved may
 * cancel freely until it starts.
 */
export function freeUntil(
  { startAt, movedAt }: Pick<Session, 'startAt' | 'movedAt'>,
  rules: Pick<Activity['rules'], 'cancelBeforeMin'>,
  takenAt: number,
): number {
  return movedAt !== undefined && takenAt < movedAt ? startAt : startAt - rules.cancelBeforeMin * 60_000
}

/** Does cancelling this holding now cost a point? Never what was called off. */
export function isLate(activity: Activity, session: Session, { at }: Place, now: number): boolean {
  if (activity.state === 'CALLED_OFF' || session.state === 'CALLED_OFF') return false
  return now > freeUntil(session, activity.rules, at)
}
