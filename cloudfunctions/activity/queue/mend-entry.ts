import type { Store } from '../../_kit/store'
import type { Place, Wait } from '../../../typings/documents'
import { closeEntry, markOffered } from './wait-entry'

/** Lets a live entry say what its person has in the pool: an offer, a place, or nothing any more. */
export async function mendEntry(
  store: Store,
  entry: Wait,
  own: Pick<Place, 'state' | 'rid' | 'at'> | undefined,
  now: number,
): Promise<void> {
  // offered before they joined: they left that queue and its place is being passed on
  if (own?.state === 'OFFERED' && own.at < entry.at) return
  if (own?.state === 'OFFERED') await markOffered(store, entry, own.rid)
  else if (own) await closeEntry(store, entry, 'ACCEPTED', now, own.rid)
  else await closeEntry(store, entry, 'EXPIRED', now)
}
