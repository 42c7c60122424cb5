import { nobody } from '../../_kit/places/place'
import type { Store } from '../../_kit/store'
import type { Place } from '../../../typings/documents'
import { letGo } from './let-go'
import { loadLine } from '../queue/line'
import { pass } from '../queue/pass'
import { isCancelled } from './verdict'
import { entriesOf, entryOfOffer, isLive } from '../queue/wait-entry'

/** Completes what may have been cut off at a place whose step is HEAL; where nothing was, it waits for its next step again. */
export async function healPlace(store: Store, place: Place, now: number): Promise<void> {
  const { _id, holder, rid, state, due, offerUntil } = place
  if (state === 'HELD') return healHeld(store, place, now)
  const line = await loadLine(store, place, now)
  if (state === 'OFFERED') {
    const entry = entryOfOffer(await entriesOf(store, place.pool, holder), place)
    if (!entry || !isLive(entry)) return pass(store, line, place)
    const step = now < offerUntil ? 'OFFERED' : 'EXPIRE'
    await store.change('places', { _id, holder, rid, due }, { step, due: now })
    return
  }
  await pass(store, line, place)
  const { step, due: never } = nobody(place)
  await store.change('places', { _id, holder: '', due }, { step, due: never })
}

/** Cancelled, it is let go of. Told and reminded again it is not: each notice has one id. */
async function healHeld(store: Store, place: Place, now: number): Promise<void> {
  const { _id, holder, rid, due } = place
  const row = await store.get('signups', `su_${rid}`)
  if (row && isCancelled(row)) return letGo(store, await loadLine(store, place, now), place, row)
  await store.change('places', { _id, holder, rid, due }, { step: 'SIGNED', due: now })
}
