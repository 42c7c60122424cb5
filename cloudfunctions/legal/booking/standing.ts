import { placeId } from '../../_kit/places/place'
import type { Store } from '../../_kit/store'
import type { Appointment, Place } from '../../../typings/documents'

const DAY_MS = 24 * 3600_000
/** How far back no-shows count. */
export const WINDOW_MS = 90 * DAY_MS
const MOST_PLACES = 1000

/** A place, and the appointment that names its holding; none for an activity, nor where a booking was cut off. */
export type Booked = Place & { appointments: Pick<Appointment, '_id' | 'serviceId' | 'state' | 'liveKey'>[] }

/** What decides of a booking: the slot as it is, and what the person holds or held lately. */
export interface Standing {
  slot: Booked | undefined
  own: Booked[]
}

/** In one call, so that who comes too late costs no more. */
export async function standingOf(
  store: Store,
  slotId: string,
  personId: string,
  now: number,
): Promise<Standing> {
  const _id = placeId(slotId, 1)
  const read = await store.aggregate<Booked>(
    'places',
    [
      { $match: { $or: [{ _id }, { holder: personId, endAt: { $gt: now - WINDOW_MS } }] } },
      { $lookup: { from: 'appointments', localField: 'rid', foreignField: 'rid', as: 'appointments' } },
      {
        $project: {
          ...Object.fromEntries(FIELDS.map(field => [field, 1])),
          ...Object.fromEntries(NAMED.map(field => [`appointments.${field}`, 1])),
        },
      },
    ],
    MOST_PLACES,
  )
  return {
    slot: read.find(place => place._id === _id),
    own: read.filter(({ holder, state }) => holder === personId && state === 'HELD'),
  }
}

const FIELDS = [
  ...['pool', 'no', 'refId', 'segment', 'holder', 'rid', 'state', 'step', 'due', 'at'],
  ...['startAt', 'endAt', 'capKey'],
]
const NAMED = ['_id', 'serviceId', 'state', 'liveKey']
