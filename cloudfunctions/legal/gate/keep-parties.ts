import type { Store } from '../../_kit/store'
import type { Party } from '../../../typings/documents'

/** Adds what is not there yet; what is there lasts until this date at least. Repeated it changes nothing. */
export async function keepParties(store: Store, rows: readonly Party[], untilDate: string): Promise<void> {
  await store.insertMissing('parties', rows)
  const _id = { $in: rows.map(row => row._id) }
  await store.changeAll('parties', { _id, untilDate: { $lt: untilDate } }, { untilDate })
}
