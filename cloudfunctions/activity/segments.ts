import { openSegment } from '../../miniprogram/shared/labels'
import type { DraftSession, Segment, Session } from '../../typings/documents'

/** What is left of the numbers when some are kept. */
const REST = 'all'

/** Kept numbers first, from 1 on; then those for everybody. None where nothing is kept. */
export function segmentsOf({ kept, places }: Pick<DraftSession, 'kept' | 'places'>): Segment[] {
  let last = 0
  const segments = kept.map<Segment>(({ label, places, employments }, i) => {
    const from = last + 1
    last += places
    return { key: `k${i + 1}`, label, from, to: last, employments }
  })
  if (segments.length === 0 || last === places) return segments
  return [...segments, { key: REST, label: openSegment, from: last + 1, to: places, employments: [] }]
}

/** Numbers that can be taken. */
export function usable({ maxNo, blocked }: Pick<Session, 'maxNo' | 'blocked'>): number {
  return maxNo - blocked
}

/** The segments as people know them: one a key, however many ranges a raise has given it. */
export function segmentTotals(
  segments: readonly Segment[],
): (Pick<Segment, 'key' | 'label' | 'employments'> & { capacity: number })[] {
  const keys = [...new Set(segments.map(({ key }) => key))]
  return keys.flatMap(key => {
    const own = segments.filter(segment => segment.key === key)
    const [first] = own
    if (!first) return []
    const capacity = own.reduce((sum, { from, to, blocked = 0 }) => sum + to - from + 1 - blocked, 0)
    return [{ key, label: first.label, employments: first.employments, capacity }]
  })
}

/** What a session keeps for some, as a draft says it. */
export function keptOf({ segments }: Pick<Session, 'segments'>): DraftSession['kept'] {
  return segmentTotals(segments)
    .filter(({ employments, capacity }) => employments.length > 0 && capacity > 0)
    .map(({ label, capacity: places, employments }) => ({ label, places, employments }))
}
