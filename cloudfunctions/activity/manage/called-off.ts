import type { Activity, Session } from '../../../typings/documents'
import { spanOf } from './draft'
import { finished } from './finish-activity'

export const sessionEnded = { state: 'CALLED_OFF' } as const

/** What calling it off makes of an activity; changes that waited to be published are dropped with it. */
export function calledOff({ times }: Pick<Activity, 'times'>, reason: string) {
  return {
    state: 'CALLED_OFF',
    listed: false,
    reason,
    draft: null,
    draftState: 'DRAFT',
    editorIds: [],
    times: times.map(one => (one.state === 'ON' ? { ...one, ...sessionEnded } : one)),
  } satisfies Partial<Activity>
}

/**
 * What an activity says once one of its sessions was called off: without any other it is called off itself; when the
 * others are over, it is finished. Undefined when it says so already.
 */
export function afterCallOff(
  activity: Activity,
  sessions: readonly Session[],
  reason: string,
): Partial<Activity> | undefined {
  const span = spanOf(sessions)
  const known = activity.times.map(({ state }) => state).join()
  const changed = span.times.map(({ state }) => state).join() !== known
  if (activity.state !== 'PUBLISHED' || sessions.some(({ state }) => state === 'ON'))
    return changed ? span : undefined
  if (sessions.some(({ state }) => state === 'FINISHED')) return { ...span, ...finished }
  const affected = sessions.reduce((sum, session) => sum + (session.affected ?? 0), 0)
  return { ...span, ...calledOff(span, reason), affected }
}
