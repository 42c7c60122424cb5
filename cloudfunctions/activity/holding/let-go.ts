import { localDate } from '../../../miniprogram/shared/time'
import { closeRanks } from '../../_kit/places/ordinals'
import { AFTER_CAUSE_MS, schedule } from '../../_kit/tasks'
import type { Store } from '../../_kit/store'
import type { Place, Signup, Wait } from '../../../typings/documents'
import { clashes } from './clash'
import type { Line } from '../queue/line'
import { pass } from '../queue/pass'
import { recountSuspension } from '../points/recount-suspension'
import { closeEntry, LIVE } from '../queue/wait-entry'

/**
 * What follows once a holding was cancelled: its place is passed on, last of all, since `jobs` finds a cut-off by it. Their own
 * entry in the queue is closed before, so that it wins nothing again.
 */
export async function letGo(store: Store, line: Line, place: Place, { points }: Signup): Promise<void> {
  const { now } = line
  const { holder: personId, capKey } = place
  if (points > 0) await recountSuspension(store, personId, now)
  const waits = await store.find('waits', {
    where: { personId, endAt: { $gt: now }, state: { $in: LIVE } },
    limit: 1000,
  })
  for (const entry of waits) {
    if (entry.sessionId === place.pool) await closeEntry(store, entry, 'ACCEPTED', now, place.rid)
    else if (stoodInTheWay(place, entry))
      await schedule(store, 'SETTLE', entry.sessionId, now + AFTER_CAUSE_MS)
  }
  await pass(store, line, place)
  await closeRanks(store, capKey)
}

/** Were they passed over in that other queue because of this place? */
function stoodInTheWay(place: Place, entry: Wait): boolean {
  return localDate(place.startAt) === localDate(entry.startAt) || clashes(place, entry)
}
