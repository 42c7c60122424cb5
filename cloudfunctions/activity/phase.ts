import type { Phase } from '../../typings/api/activity'
import type { Activity, SessionState, Times } from '../../typings/documents'

/** What the clock makes of one session. A walk that one may join late is OPEN while it runs. */
export function sessionPhase({ openAt, closeAt, startAt, endAt }: Times, now: number): Phase {
  if (now >= endAt) return 'ENDED'
  if (now >= openAt && now < closeAt) return 'OPEN'
  if (now >= startAt) return 'RUNNING'
  return now >= closeAt ? 'SHUT' : 'SOON'
}

/** The phase that a reader of the list can do most with. */
const BEST_FIRST: readonly Phase[] = ['OPEN', 'SOON', 'RUNNING', 'SHUT', 'ENDED', 'CALLED_OFF']

export function activityPhase(activity: Pick<Activity, 'state' | 'times'>, now: number): Phase {
  if (activity.state === 'CALLED_OFF') return 'CALLED_OFF'
  if (activity.state === 'FINISHED') return 'ENDED'
  const phases = activity.times.map(one => phaseWithin(activity, one, now))
  return BEST_FIRST.find(phase => phases.includes(phase)) ?? 'ENDED'
}

/** A session is what its activity is, once that was called off or finished; else what people decided of it, else the clock. */
export function phaseWithin(
  activity: Pick<Activity, 'state'>,
  session: Times & { state: SessionState },
  now: number,
): Phase {
  const decided = [activity.state, session.state]
  if (decided.includes('CALLED_OFF')) return 'CALLED_OFF'
  return decided.includes('FINISHED') ? 'ENDED' : sessionPhase(session, now)
}

/** The session that comes next or runs, or the last one when all are over. What was called off is passed over. */
export function nextTimes(
  { times, startAt, endAt }: Pick<Activity, 'times' | 'startAt' | 'endAt'>,
  now: number,
): { startAt: number; endAt: number } {
  const kept = times.filter(({ state }) => state !== 'CALLED_OFF')
  const next = kept.find(one => one.state === 'ON' && one.endAt > now)
  return next ?? kept.at(-1) ?? times.at(-1) ?? { startAt, endAt }
}
