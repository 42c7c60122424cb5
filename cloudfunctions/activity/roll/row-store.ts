import { tryAgain } from '../../_kit/errors'
import type { Store } from '../../_kit/store'
import { AFTER_CAUSE_MS, schedule } from '../../_kit/tasks'
import type { CheckInSource, Signup } from '../../../typings/documents'
import { overFor, rowId, withReports } from './attendance'

/** Others may change the same row a few times meanwhile, not for ever. */
const TURNS = 5

export const readRow = (store: Store, rid: string): Promise<Signup | undefined> =>
  store.get('signups', rowId(rid))

/**
 * Makes of a row that is there what `change` says, of whatever it is when that is written; `undefined` leaves it as it
 * is. Answers the row as it is then.
 */
export async function changeRow(
  store: Store,
  row: Signup,
  change: (row: Signup) => Signup | undefined,
  now: number,
): Promise<Signup> {
  let there: Signup = row
  for (let turn = 0; turn < TURNS; turn++) {
    const next = change(there)
    if (!next) return there
    if (await replaceRow(store, there, next, now)) return next
    there = (await store.get('signups', row._id)) ?? row
  }
  throw tryAgain()
}

/** Adds reports to a row that is there, unless it is over. */
export function addReports(
  store: Store,
  row: Signup,
  reports: readonly CheckInSource[],
  now: number,
): Promise<Signup> {
  return changeRow(store, row, one => (overFor(one) ? undefined : withReports(one, reports)), now)
}

/**
 * False when another changed the row meanwhile. Reports are only added, so that their count tells. Points that change are
 * counted anew by a task that is set before.
 */
async function replaceRow(store: Store, row: Signup, next: Signup, now: number): Promise<boolean> {
  const { _id, state, sources, personId, points } = row
  if (next.points !== points) await schedule(store, 'SUSPEND', personId, now + AFTER_CAUSE_MS)
  const { _id: _, ...set } = next
  return store.change('signups', { _id, state, points, sources: { $size: sources.length } }, set)
}
