import { reasons } from '../../../miniprogram/shared/reasons'
import { clashes } from '../../activity/holding/clash'
import type { Refusal } from '../../activity/holding/eligibility'
import { isSlot } from '../../_kit/places/pools'
import type { Booking } from '../../../typings/api/legal'
import type { Lawyer, LegalServiceDoc, Place } from '../../../typings/documents'
import { offers } from '../menu/catalogue'
import type { Booked } from './standing'

const HOUR_MS = 3600_000
/** Booking opens so long before a slot begins, and closes so long before. */
export const OPENS_MS = 14 * 24 * HOUR_MS
export const CLOSES_MS = 2 * HOUR_MS
const MOST_NO_SHOWS = 1

type Slot = Pick<Place, 'startAt' | 'endAt' | 'segment'>

/** Why nobody may book this slot for this service in this way now. */
export function closedSlot(
  slot: Slot,
  service: LegalServiceDoc,
  lawyer: Lawyer,
  { mode }: Pick<Booking, 'mode'>,
  now: number,
): Refusal | undefined {
  const inTime = slot.startAt - OPENS_MS <= now && now <= slot.startAt - CLOSES_MS
  const given = slot.segment.split(',').includes(mode) && offers(lawyer, service, mode)
  return inTime && given ? undefined : { code: 'SLOT_CLOSED' }
}

/** Why this person may not book it. `own`: what they hold, and what they held in the last 90 days. */
export function closedToPerson(
  slot: Slot,
  { mode, serviceId }: Pick<Booking, 'mode' | 'serviceId'>,
  personId: string,
  own: readonly Booked[],
  now: number,
): Refusal | undefined {
  const appointments = own.flatMap(place => place.appointments)
  if (appointments.some(({ liveKey }) => liveKey === `${personId}|${serviceId}`))
    return { code: 'QUOTA_PERSON' }
  const missed = appointments.filter(({ state }) => state === 'NO_SHOW').length
  if (missed > MOST_NO_SHOWS && mode !== 'TEXT')
    return { code: 'NOT_ELIGIBLE', detail: { reason: reasons.LEGAL_NO_SHOW } }
  const ahead = own.filter(place => place.endAt > now && goesOn(place))
  return ahead.some(place => clashes(slot, place)) ? { code: 'TIME_CLASH' } : undefined
}

/** What was called off leaves its place to the holder, under the place's own key; a slot counts whatever its key. */
function goesOn({ _id, capKey, pool }: Place): boolean {
  return capKey !== _id || isSlot(pool)
}
