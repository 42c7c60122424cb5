import { boolean, strictObject } from 'valibot'
import type { Action, PersonRequest } from '../../_kit/action'
import { acceptPlace } from '../../_kit/places/accept-place'
import { AppError } from '../../_kit/errors'
import { heldPlace, ownPlace } from '../../_kit/places/places'
import type { WaitAnswered } from '../../../typings/api/activity'
import type { Place, Wait } from '../../../typings/documents'
import { dayCap } from '../holding/day-cap'
import { sessionId } from '../input'
import { declineOffer } from './decline-offer'
import type { Line } from './line'
import { loadLine } from './line'
import { around, clashesWith } from './promotable'
import { entriesOf, entryOfOffer, sayAccepted } from './wait-entry'

export const waitAnswer: Action<'activity', 'waitAnswer'> = {
  input: strictObject({ sessionId, accept: boolean() }),

  async run(request, { sessionId, accept }) {
    const { store, me, now } = request
    const line = await loadLine(store, { pool: sessionId }, now)
    const [place, entries] = await Promise.all([
      ownPlace(store, sessionId, me._id),
      entriesOf(store, sessionId, me._id),
    ])
    const entry = place ? entryOfOffer(entries, place) : entries[0]
    if (accept) return takeIt(request, line, place, entry)
    if (place?.state !== 'OFFERED') return declinedBefore(place, entry)
    await declineOffer(store, line, place, entry)
    return { accepted: false, repeated: false }
  },
}

async function takeIt(
  request: PersonRequest,
  line: Line,
  place: Place | undefined,
  entry: Wait | undefined,
): Promise<WaitAnswered> {
  const { store, me, now } = request
  const { activity, session, settings } = line
  if (!place) throw new AppError(entry?.state === 'EXPIRED' ? 'OFFER_EXPIRED' : 'NO_OFFER')
  if (place.state === 'HELD') return accepted(request, place, entry, true)
  if (activity.state !== 'PUBLISHED' || session.state !== 'ON') throw new AppError('NO_OFFER')
  if (now >= place.offerUntil) throw new AppError('OFFER_EXPIRED')
  const others = await placesAround(request, line)
  if (clashesWith(activity, session, others)) throw new AppError('TIME_CLASH')
  const answer = await acceptPlace(store, place, dayCap(me._id, session, settings), now, {}, others)
  if (answer.kind === 'capped') throw new AppError('QUOTA_DAY')
  if (answer.kind === 'accepted') return accepted(request, answer.place, entry, false)
  // accepted by another tap of theirs, or too late
  const held = await heldPlace(store, session._id, me._id)
  if (!held) throw new AppError('OFFER_EXPIRED')
  return accepted(request, held, entry, true)
}

function placesAround({ store, me }: PersonRequest, { session }: Line): Promise<Place[]> {
  const { from, to } = around(session)
  const where = { holder: me._id, endAt: { $gt: from }, startAt: { $lt: to } }
  return store.find('places', { where, limit: 1000 })
}

async function accepted(
  { store, now }: PersonRequest,
  { no, rid }: Place,
  entry: Wait | undefined,
  repeated: boolean,
): Promise<WaitAnswered> {
  if (entry && entry.state !== 'ACCEPTED') await sayAccepted(store, entry, now, rid)
  return { accepted: true, repeated, no }
}

function declinedBefore(place: Place | undefined, entry: Wait | undefined): WaitAnswered {
  if (!place && (entry?.state === 'DECLINED' || entry?.state === 'LEFT'))
    return { accepted: false, repeated: true }
  throw new AppError(entry?.state === 'EXPIRED' ? 'OFFER_EXPIRED' : 'NO_OFFER')
}
