import type { ErrorCode } from '../../../miniprogram/shared/errors'
import type { RollMark } from '../../../typings/api/activity'
import type { CheckInSource, Place, Signup } from '../../../typings/documents'
import { isCancelled } from '../holding/verdict'

export const rowId = (rid: string): string => `su_${rid}`
export const ridOf = ({ _id }: Pick<Signup, '_id'>): string => _id.slice('su_'.length)

type Holding = Pick<
  Place,
  'rid' | 'holder' | 'refId' | 'pool' | 'no' | 'headcount' | 'startAt' | 'endAt' | 'at'
>

/** The first word on a holding that nothing was said about yet. */
export function rowOf(
  place: Holding,
  verdict: Pick<Signup, 'state' | 'endedAt' | 'points'> & Partial<Pick<Signup, 'sources' | 'walkIn'>>,
): Signup {
  const { rid, holder, refId, pool, no, headcount, startAt, endAt, at } = place
  return {
    _id: rowId(rid),
    personId: holder,
    activityId: refId,
    sessionId: pool,
    no,
    headcount,
    startAt,
    endAt,
    signedAt: at,
    sources: [],
    walkIn: false,
    ...verdict,
  }
}

/** There, as these reports say; the earliest counts. */
export function attendedRow(place: Holding, sources: readonly CheckInSource[]): Signup {
  return rowOf(place, { state: 'ATTENDED', endedAt: earliest(sources), points: 0, sources: [...sources] })
}

/** Why nobody can be reported there on this holding any more. */
export function overFor({ state }: Signup): ErrorCode | undefined {
  if (isCancelled({ state })) return 'NO_PLACE'
  return state === 'CALLED_OFF' ? 'STATE_CHANGED' : undefined
}

/**
 * The row with reports added; undefined when it has them all. What staff took back stays so: a report of before is kept
 * and changes nothing. In any order, and repeated, the same reports make the same row.
 */
export function withReports(row: Signup, reports: readonly CheckInSource[]): Signup | undefined {
  const added = reports.filter(
    (one, i) => !reportedIn(row.sources, one) && !reportedIn(reports.slice(0, i), one),
  )
  if (added.length === 0) return undefined
  const sources = [...row.sources, ...added]
  const counts = ({ at }: CheckInSource) => row.undoneAt === undefined || at > row.undoneAt
  if (row.state !== 'ATTENDED' && !added.some(counts)) return { ...row, sources }
  return { ...row, sources, state: 'ATTENDED', points: 0, endedAt: earliest(sources.filter(counts)) }
}

/** Reports of a device without a network are known by their number. */
export function reportedIn(
  sources: readonly CheckInSource[],
  { deviceId, seq }: Pick<CheckInSource, 'deviceId' | 'seq'>,
): boolean {
  return seq > 0 && sources.some(source => source.deviceId === deviceId && source.seq === seq)
}

const earliest = (sources: readonly CheckInSource[]): number => Math.min(...sources.map(({ at }) => at))

/** What the roll shows of a holding; without a word on it, or with one that was taken back, it is just held. */
export function markOf(holding: Pick<Place, 'rid' | 'no' | 'headcount'>, row: Signup | undefined): RollMark {
  const { rid, no, headcount } = holding
  const bare = { rid, no, headcount, walkIn: row?.walkIn ?? false, points: row?.points ?? 0 }
  if (row?.state === 'NO_SHOW') return { ...bare, state: 'NO_SHOW' }
  if (row?.state !== 'ATTENDED' && row?.state !== 'PENDING') return { ...bare, state: 'HELD' }
  const method = row.sources.find(({ at }) => at === row.endedAt)?.method
  return { ...bare, state: row.state, at: row.endedAt, ...(method && { method }) }
}

/** The same of a row alone. */
export const markOfRow = (row: Signup): RollMark => markOf({ ...row, rid: ridOf(row) }, row)
