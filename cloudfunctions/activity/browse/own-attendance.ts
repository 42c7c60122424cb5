import type { Tally } from '../../_kit/places/tally'
import type { Store } from '../../_kit/store'
import type { MyPlace } from '../../../typings/api/activity'
import type { Session } from '../../../typings/documents'
import { handTimes } from '../roll/roll-times'

export type Attendance = Pick<MyPlace, 'checkedInAt' | 'pending'>

/** The caller's own holdings, session → rid, that somebody may have been checked in for by now. */
export function holdingsBegun(
  sessions: readonly Session[],
  tallies: readonly Tally[],
  now: number,
): Map<string, string> {
  const begun = new Set(sessions.filter(session => now >= handTimes(session).from).map(({ _id }) => _id))
  return new Map(
    tallies.flatMap(({ pool, rid }) => (rid !== undefined && begun.has(pool) ? [[pool, rid] as const] : [])),
  )
}

/** Of these holdings, session → rid, what their rows say by session; one call, none where there are none. */
export async function readAttendance(
  store: Store,
  holdings: ReadonlyMap<string, string>,
): Promise<Map<string, Attendance>> {
  if (holdings.size === 0) return new Map()
  const rows = await store.find('signups', {
    where: {
      _id: { $in: [...holdings.values()].map(rid => `su_${rid}`) },
      state: { $in: ['ATTENDED', 'PENDING'] },
    },
    fields: ['sessionId', 'state', 'endedAt'],
    limit: holdings.size,
  })
  return new Map(
    rows.map(({ sessionId, state, endedAt }) => [
      sessionId,
      state === 'PENDING' ? { pending: true } : { checkedInAt: endedAt },
    ]),
  )
}
