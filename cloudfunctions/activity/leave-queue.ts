import { AFTER_CAUSE_MS } from '../_kit/tasks'
import type { Store } from '../_kit/store'
import type { Place, Wait } from '../../typings/documents'
import type { Line } from './line'
import { pass } from './pass'
import { closeEntry } from './wait-entry'

/**
 * Ends an entry, and passes on the place it was offered. The place is due before that: were this cut off, `jobs` finds it
 * with nobody in the queue for it.
 */
export async function leaveQueue(
  store: Store,
  line: Line,
  { entry, offered }: { entry: Wait | undefined; offered: Place | undefined },
  state: 'LEFT' | 'DECLINED',
): Promise<void> {
  const { now } = line
  if (offered) {
    const { _id, holder, rid } = offered
    await store.change(
      'places',
      { _id, holder, rid, state: 'OFFERED' },
      { due: now + AFTER_CAUSE_MS, step: 'HEAL' },
    )
  }
  if (entry) await closeEntry(store, entry, state, now, offered?.rid)
  if (offered) await pass(store, line, offered)
}
