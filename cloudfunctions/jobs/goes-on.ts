import type { Store } from '../_kit/store'
import type { Place } from '../../typings/documents'

/** Rids of those holdings that no verdict has ended. */
export async function goesOn(store: Store, places: readonly Place[]): Promise<Set<string>> {
  const ids = places.map(({ rid }) => `su_${rid}`)
  const rows = await store.find('signups', {
    where: { _id: { $in: ids }, state: { $ne: 'VOID' } },
    fields: ['_id'],
    limit: ids.length,
  })
  const over = new Set(rows.map(({ _id }) => _id))
  return new Set(places.map(({ rid }) => rid).filter(rid => !over.has(`su_${rid}`)))
}
