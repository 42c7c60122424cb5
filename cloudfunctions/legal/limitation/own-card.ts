import { AppError } from '../../_kit/errors'
import type { Store } from '../../_kit/store'
import type { LimitationDoc } from '../../../typings/documents'

export async function cardOf(store: Store, limitId: string): Promise<LimitationDoc> {
  const card = await store.get('limitations', limitId)
  if (!card || card.removedAt > 0) throw new AppError('NOT_FOUND')
  return card
}

/** Nobody learns that another person's card is there. */
export async function ownCard(store: Store, limitId: string, personId: string): Promise<LimitationDoc> {
  const card = await cardOf(store, limitId)
  if (card.personId !== personId) throw new AppError('NOT_FOUND')
  return card
}
