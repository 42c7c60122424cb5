import type { Tally } from '../../_kit/places/tally'
import type { SessionView } from '../../../typings/api/activity'
import type { Activity, Session } from '../../../typings/documents'
import { leftOf } from './card'
import { phaseWithin } from '../phase'
import type { Attendance } from './own-attendance'
import type { QueueView } from './queue-view'
import { segmentTotals, usable } from '../segments'

/** One session as its reader sees it. `tallies` are those of all sessions, `queue` and `attendance` are those of this one. */
export function sessionView(
  activity: Activity,
  session: Session,
  tallies: readonly Tally[],
  { queue, attendance }: { queue?: QueueView; attendance?: Attendance },
  now: number,
): SessionView {
  const { _id: sessionId, startAt, endAt, openAt, closeAt, spot, entrants } = session
  const own = tallies.filter(({ pool }) => pool === sessionId)
  const held = own.find(({ mine }) => mine !== undefined)
  const left = leftOf(activity, own)
  return {
    sessionId,
    startAt,
    endAt,
    openAt,
    closeAt,
    spot,
    phase: phaseWithin(activity, session, now),
    capacity: usable(session),
    segments: segmentTotals(session.segments).map(({ key, label, capacity }) => ({
      key,
      label,
      capacity,
      left: own.reduce((sum, { segment, left }) => sum + (segment === key ? left : 0), 0),
    })),
    ...(left !== undefined && { left }),
    ...(entrants !== undefined && { entrants }),
    ...(held?.mine !== undefined && { mine: { no: held.mine, ...attendance } }),
    ...(left === 0 && queue && { waiting: queue.waiting }),
    ...(queue?.wait && { wait: queue.wait }),
  }
}
