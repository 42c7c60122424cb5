import { AFTER_CAUSE_MS } from '../../_kit/tasks'
import type { Store } from '../../_kit/store'
import type { Place, Wait } from '../../../typings/documents'
import type { Line } from './line'
import { pass } from './pass'
import { closeEntry } from './wait-entry'

/**
 * Ends an entry with an offer, and passes its place on. The place is due before that: were this cut off, `jobs` finds it with
 * nobody in the queue for it.
 */
export async function declineOffer(
  store: Store,
  line: Line,
  offered: Place,
  entry: Wait | undefined,
): Promise<void> {
  const { now } = line
  const { _id, holder, rid, state } = offered
  await store.change('places', { _id, holder, rid, state }, { due: now + AFTER_CAUSE_MS, step: 'HEAL' })
  if (entry) await closeEntry(store, entry, 'DECLINED', now, rid)
  await pass(store, line, offered)
}
