import type { PersonRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import type { CheckInSource, Place, Signup } from '../../../typings/documents'
import { overFor, rowOf, withReports } from './attendance'
import { changeRow, readRow } from './row-store'
import type { Sighting } from './venue-sighting'

/**
 * Writes that the person saw the venue code. They are there when they saw it live on a place of their own; else staff
 * decide. `repeated`: that was said already.
 */
export async function saySeen(
  { store, now, me }: PersonRequest,
  place: Place,
  { live, at }: Sighting,
  walkIn: boolean,
): Promise<{ row: Signup; repeated: boolean }> {
  const source: CheckInSource = {
    at,
    method: 'SCAN_VENUE',
    byId: me._id,
    deviceId: '',
    seq: 0,
    syncedAt: now,
    reason: '',
  }
  const sure = live && !walkIn
  const state = sure ? 'ATTENDED' : 'PENDING'
  const first = rowOf(place, { state, endedAt: at, points: 0, sources: [source], walkIn })
  if (await store.insert('signups', first)) return { row: first, repeated: false }
  const there = (await readRow(store, place.rid)) ?? first
  const row = await changeRow(store, there, one => (sure ? present(one, source) : claimed(one, source)), now)
  const refusal = overFor(row)
  if (refusal) throw new AppError(refusal)
  if (row.state !== 'ATTENDED' && row.state !== 'PENDING') throw new AppError('STATE_CHANGED')
  return { row, repeated: row === there }
}

/** Is there. Of somebody without a sign-up staff decide all the same. */
function present(row: Signup, source: CheckInSource): Signup | undefined {
  if (overFor(row) || row.state === 'ATTENDED' || (row.walkIn && row.state === 'PENDING')) return undefined
  // somebody stands here now, whatever was taken back before
  return withReports(row, [{ ...source, at: Math.max(source.at, (row.undoneAt ?? 0) + 1) }])
}

/** Says to have been there. What staff decided afterwards stays so; points stay until they decide. */
function claimed(row: Signup, source: CheckInSource): Signup | undefined {
  if (row.state !== 'VOID' && row.state !== 'NO_SHOW') return undefined
  if (row.undoneAt !== undefined && source.at <= row.undoneAt) return undefined
  return { ...row, state: 'PENDING', endedAt: source.at, sources: [...row.sources, source] }
}
