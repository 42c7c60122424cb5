import { array, boolean, maxLength, minLength, pipe, strictObject } from 'valibot'
import type { Action, StaffRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { AFTER_CAUSE_MS } from '../../_kit/tasks'
import type { Place, Signup, SignupState } from '../../../typings/documents'
import { ridOf } from './attendance'
import { placesOfHoldings } from './held-places'
import { rid, sessionId } from '../input'
import { letGo } from '../holding/let-go'
import { loadLine } from '../queue/line'
import type { Roll } from './roll-session'
import { readRoll, refuseCalledOff } from './roll-session'
import { changeRow } from './row-store'
import { rowsOf } from './rows-of'

const MOST_ITEMS = 200
/** Rows decided at once. */
const ABREAST = 20

export const pendingDecide: Action<'activity', 'pendingDecide', Roll> = {
  input: strictObject({
    sessionId,
    items: pipe(array(strictObject({ rid, accept: boolean() })), minLength(1), maxLength(MOST_ITEMS)),
  }),

  load: (request, { sessionId }) => readRoll(request, sessionId),

  async run(request, { sessionId, items }, roll) {
    refuseCalledOff(roll)
    const wanted = new Map(items.map(({ rid, accept }) => [rid, accept]))
    const found = await rowsOf(request.store, items)
    const rows = [...found.values()].filter(row => row.sessionId === sessionId)
    if (rows.some(row => row.personId === request.personId && wanted.get(ridOf(row))))
      throw new AppError('SELF_REVIEW')
    const refused = rows.filter(row => row.walkIn && wanted.get(ridOf(row)) === false)
    const places = await placesOfHoldings(request.store, sessionId, refused.map(ridOf))
    const counts = { accepted: 0, refused: 0 }
    for (let from = 0; from < rows.length; from += ABREAST) {
      const some = rows.slice(from, from + ABREAST)
      const decided = await Promise.all(
        some.map(row => decide(request, row, wanted.get(ridOf(row)) === true, places.get(ridOf(row)))),
      )
      counts.accepted += decided.filter(verdict => verdict === 'accepted').length
      counts.refused += decided.filter(verdict => verdict === 'refused').length
    }
    if (counts.accepted + counts.refused === 0) throw new AppError('STATE_CHANGED')
    return counts
  },
}

/** Whoever was at the door without a sign-up, and is refused, gives the place back. */
async function decide(
  { store, now }: StaffRequest,
  row: Signup,
  accept: boolean,
  place: Place | undefined,
): Promise<'accepted' | 'refused' | undefined> {
  if (accept) {
    const accepted = await changeRow(store, row, one => decided(one, 'ATTENDED', now), now)
    return accepted.state === 'ATTENDED' ? 'accepted' : undefined
  }
  if (place && row.state === 'PENDING') {
    // should this be cut off, `jobs` finds a holding that is over
    const { _id, holder, rid } = place
    await store.change('places', { _id, holder, rid }, { due: now + AFTER_CAUSE_MS, step: 'HEAL' })
  }
  const refused = await changeRow(store, row, one => decided(one, stateRefused(one), now), now)
  if (place && refused.state === 'CANCELLED')
    await letGo(store, await loadLine(store, place, now), place, refused)
  return refused.state === stateRefused(refused) && refused.undoneAt !== undefined ? 'refused' : undefined
}

/** A claim that was made after a no-show leaves the no-show. */
function stateRefused({ walkIn, points }: Signup): SignupState {
  if (walkIn) return 'CANCELLED'
  return points > 0 ? 'NO_SHOW' : 'VOID'
}

function decided(row: Signup, state: SignupState, now: number): Signup | undefined {
  if (row.state !== 'PENDING') return undefined
  if (state === 'ATTENDED') return { ...row, state, points: 0 }
  return { ...row, state, undoneAt: Math.max(now, ...row.sources.map(({ at }) => at)) }
}
