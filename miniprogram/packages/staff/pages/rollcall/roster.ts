import type { OfflineRecord, PackRow, RollMark, RosterRow } from '../../../../../typings/api/activity'

/** A row of the stored roster as the list shows it. */
export function ofPack({ rid, no, name, tail, headcount, at }: PackRow): RosterRow {
  return {
    rid,
    no,
    name,
    tail,
    employment: 'OTHER',
    headcount,
    state: at === undefined ? 'HELD' : 'ATTENDED',
    at,
    walkIn: false,
    points: 0,
    answers: [],
  }
}

/** The rows with what this phone has recorded and the server has not confirmed. */
export function withRecords(rows: readonly RosterRow[], records: readonly OfflineRecord[]): RosterRow[] {
  const seen = new Map(records.flatMap(record => (record.rid ? [[record.rid, record] as const] : [])))
  return rows.map(row => {
    const record = seen.get(row.rid)
    if (!record || row.state === 'ATTENDED') return row
    return { ...row, state: 'ATTENDED', at: record.at, method: record.method }
  })
}

/** The rows with what was just marked; undefined when it is not listed. */
export function withMark(rows: readonly RosterRow[], mark: RollMark): RosterRow[] | undefined {
  if (!rows.some(({ rid }) => rid === mark.rid)) return undefined
  return rows.map(row => (row.rid === mark.rid ? { ...row, ...mark } : row))
}
