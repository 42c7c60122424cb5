import type { Request } from '../../_kit/action'
import type { CheckInSource, Place, Signup } from '../../../typings/documents'
import { attendedRow, ridOf } from './attendance'
import { addReports } from './row-store'
import { rowsOf } from './rows-of'
import type { Outcome } from './sync-result'

/** Rows merged at once. */
const ABREAST = 20

export interface Report {
  place: Place
  source: CheckInSource
}

/**
 * Writes any number of reports, by `rid` of the holding. First words go in together; rows that are there, or came
 * meanwhile, take theirs one by one. Cut off anywhere, the same reports again lead to the same rows.
 */
export async function reportAll(
  { store, now }: Pick<Request, 'store' | 'now'>,
  reports: readonly Report[],
): Promise<Map<string, Outcome>> {
  const holdings = [...new Map(reports.map(({ place }) => [place.rid, place])).values()]
  const sourcesOf = (rid: string) =>
    once(reports.filter(({ place }) => place.rid === rid).map(({ source }) => source))
  const before = await rowsOf(store, holdings)
  const fresh = holdings.filter(({ rid }) => !before.has(rid))
  await store.insertMissing(
    'signups',
    fresh.map(place => attendedRow(place, sourcesOf(place.rid))),
  )
  // one that another inserted in this instant has not our reports
  const inserted = await rowsOf(store, fresh)
  const there = [...before.values(), ...inserted.values()]
  const after: Signup[] = []
  for (let from = 0; from < there.length; from += ABREAST) {
    const some = there.slice(from, from + ABREAST)
    after.push(...(await Promise.all(some.map(row => addReports(store, row, sourcesOf(ridOf(row)), now)))))
  }
  return new Map(after.map(row => [ridOf(row), { before: before.get(ridOf(row)), after: row }]))
}

/** A device that sends one of its numbers twice means one report. */
function once(sources: readonly CheckInSource[]): CheckInSource[] {
  return [...new Map(sources.map(source => [source.seq, source])).values()]
}
