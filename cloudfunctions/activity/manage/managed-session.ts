import { allGroups } from '../../_kit/all-groups'
import type { Store } from '../../_kit/store'
import type { ManagedSession } from '../../../typings/api/activity'
import type { Session } from '../../../typings/documents'
import { segmentTotals, usable } from '../segments'

interface Taken {
  _id: { pool: string; segment: string }
  held: number
}

interface Waiting {
  _id: string
  waiting: number
}

/** What is taken of these sessions and who waits, in two calls for each thousand segments. Offers count as taken. */
export async function managedSessions(store: Store, sessions: readonly Session[]): Promise<ManagedSession[]> {
  const ids = sessions.map(({ _id }) => _id)
  if (ids.length === 0) return []
  const [taken, queues] = await Promise.all([
    allGroups<Taken>(store, 'places', [
      { $match: { pool: { $in: ids }, state: { $in: ['HELD', 'OFFERED'] } } },
      { $group: { _id: { pool: '$pool', segment: '$segment' }, held: { $sum: 1 } } },
    ]),
    allGroups<Waiting>(store, 'waits', [
      { $match: { sessionId: { $in: ids }, state: 'WAITING' } },
      { $group: { _id: '$sessionId', waiting: { $sum: 1 } } },
    ]),
  ])
  return sessions.map(session => {
    const own = taken.filter(({ _id }) => _id.pool === session._id)
    const waiting = queues.find(({ _id }) => _id === session._id)?.waiting ?? 0
    return managedOf(session, own, waiting)
  })
}

function managedOf(session: Session, taken: readonly Taken[], waiting: number): ManagedSession {
  const { _id: sessionId, rev, startAt, endAt, state, segments } = session
  const heldOf = (rows: readonly Taken[]) => rows.reduce((sum, { held }) => sum + held, 0)
  return {
    sessionId,
    rev,
    startAt,
    endAt,
    state,
    capacity: usable(session),
    held: heldOf(taken),
    waiting,
    segments: segmentTotals(segments).map(({ key, label, capacity }) => ({
      key,
      label,
      capacity,
      held: heldOf(taken.filter(({ _id }) => _id.segment === key)),
    })),
  }
}
