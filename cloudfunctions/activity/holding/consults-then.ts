import { SLOTS } from '../../_kit/places/pools'
import type { Store } from '../../_kit/store'
import type { Activity, Person, Session } from '../../../typings/documents'
import { lasts } from './clash'

/**
 * Does this person have a consultation with a lawyer while the session runs? Nobody has one without having agreed to it:
 * for all others this costs no call.
 */
export async function consultsThen(
  store: Store,
  { kind }: Pick<Activity, 'kind'>,
  session: Session,
  { _id: holder, consents }: Person,
): Promise<boolean> {
  if (consents.LEGAL_SENSITIVE === undefined || kind === 'WALK' || lasts(session)) return false
  const { startAt, endAt } = session
  const during = { holder, pool: SLOTS, endAt: { $gt: startAt }, startAt: { $lt: endAt } }
  return (await store.find('places', { where: during, fields: ['_id'], limit: 1 })).length > 0
}
