import type { Store } from '../../_kit/store'
import { limitationOf } from '../../../miniprogram/shared/limitation'
import { localDate } from '../../../miniprogram/shared/time'
import type { LimitInput, Limitation } from '../../../typings/api/legal'
import type { LimitationDoc, LimitEvent } from '../../../typings/documents'

/** Cards of one person. */
export const MOST_CARDS = 10

type Calculated = Pick<LimitationDoc, 'claimType' | 'keyDate' | 'employedStill' | 'endDate' | 'events'>

/** What the rule reads of a card. */
export function calcInput({ claimType, keyDate, employedStill, endDate, events }: Calculated): LimitInput {
  return { claimType, keyDate, employedStill, ...(endDate !== '' && { endDate }), events: events.map(told) }
}

/** Local date; '' while no period runs. It does not depend on the day on which it is asked for. */
export const deadlineOf = (card: Calculated, now: number): string =>
  limitationOf(calcInput(card), localDate(now)).deadline ?? ''

export function limitationView(card: LimitationDoc, now: number): Limitation {
  const { _id: limitId, rev, remind } = card
  const input = calcInput(card)
  return { limitId, rev, remind, ...input, ...limitationOf(input, localDate(now)) }
}

/** What a person has saved, the earliest date first. */
export async function limitationsOf(store: Store, personId: string, now: number): Promise<Limitation[]> {
  // two taps at once may save one more than there should be
  const cards = await store.find('limitations', { where: { personId, removedAt: 0 }, limit: 2 * MOST_CARDS })
  return cards.map(card => limitationView(card, now)).sort((a, b) => (last(a) < last(b) ? -1 : 1))
}

const last = ({ deadline = '9999', limitId }: Limitation): string => `${deadline} ${limitId}`

function told({ byId: _, ...event }: LimitEvent): LimitEvent {
  return event
}
