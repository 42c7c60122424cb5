import type { PersonRequest } from '../../_kit/action'
import { AppError, tryAgain } from '../../_kit/errors'
import { localDate } from '../../../miniprogram/shared/time'
import type { LimitEventInput } from '../../../typings/api/legal'
import type { LimitationDoc } from '../../../typings/documents'
import { changeCard } from './change-card'
import { checkEvent, MOST_EVENTS } from './limit-input'
import { ownCard } from './own-card'
import { reported } from './saved-fields'

type Reported = Extract<LimitEventInput, { opId: string }>

/** A report meets a lawyer's decision, or another report of the same person. */
export const TURNS = 5

/** The person says what happened; the request names the event, so that a second tap adds nothing. */
export async function reportEvent(
  { store, me, now }: PersonRequest,
  { limitId, opId: id, ...event }: Reported,
): Promise<LimitationDoc> {
  checkEvent(event, localDate(now))
  for (let turn = 0; turn < TURNS; turn++) {
    const card = await ownCard(store, limitId, me._id)
    if (card.events.some(known => known.id === id)) return card
    if (card.events.length >= MOST_EVENTS) throw new AppError('QUOTA_PERSON')
    const events = [...card.events, reported({ id, ...event })]
    const written = await changeCard(store, card, { events }, now)
    if (written) return written
  }
  throw tryAgain()
}
