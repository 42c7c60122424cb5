import type { Phase } from '../../typings/api/activity'
import type { Activity, Times } from '../../typings/documents'

/** What the clock makes of one session. */
export function sessionPhase({ openAt, closeAt, startAt, endAt }: Times, now: number): Phase {
  if (now >= endAt) return 'ENDED'
  if (now >= startAt) return 'RUNNING'
  if (now >= closeAt) return 'SHUT'
  return now >= openAt ? 'OPEN' : 'SOON'
}

/** The phase that a reader of the list can do most with. */
const BEST_FIRST: readonly Phase[] = ['OPEN', 'SOON', 'RUNNING', 'SHUT', 'ENDED']

export function activityPhase({ state, times }: Pick<Activity, 'state' | 'times'>, now: number): Phase {
  if (state === 'CALLED_OFF') return 'CALLED_OFF'
  if (state === 'FINISHED') return 'ENDED'
  const phases = times.map(one => sessionPhase(one, now))
  return BEST_FIRST.find(phase => phases.includes(phase)) ?? 'ENDED'
}

/** A session is what its activity is, once that was called off or finished. */
export function phaseWithin(activity: Pick<Activity, 'state'>, session: Times, now: number): Phase {
  if (activity.state === 'CALLED_OFF') return 'CALLED_OFF'
  return activity.state === 'FINISHED' ? 'ENDED' : sessionPhase(session, now)
}

/** The session that comes next or runs, or the last one when all are over. */
export function nextTimes(
  { times, startAt, endAt }: Activity,
  now: number,
): { startAt: number; endAt: number } {
  return times.find(one => one.endAt > now) ?? times.at(-1) ?? { startAt, endAt }
}
