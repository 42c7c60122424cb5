import { maxLength, pipe, strictObject, string } from 'valibot'
import type { VenueParts } from '../../../miniprogram/shared/venue-code'
import { readVenueCode, venueMac } from '../../../miniprogram/shared/venue-code'
import type { Action, PersonRequest } from '../../_kit/action'
import { sameText, venueKeyOf } from '../../_kit/crypto'
import { AppError } from '../../_kit/errors'
import { secrets } from '../../_kit/keys'
import { heldPlace } from '../../_kit/places/places'
import { loadSettings } from '../../_kit/settings'
import { takeAtTheDoor, takenAtTheDoor } from './at-the-door'
import { instant } from '../input'
import type { Roll } from './roll-session'
import { readRoll, recallRoll, refuseCalledOff } from './roll-session'
import { codeTimes, within } from './roll-times'
import { saySeen } from './say-seen'
import type { Sighting } from './venue-sighting'
import { sightingOf } from './venue-sighting'

const HOUR = 3600_000

export const scanVenue: Action<'activity', 'scanVenue'> = {
  input: strictObject({ token: pipe(string(), maxLength(200)), capturedAt: instant }),

  peek(_, { token }) {
    genuine(token)
  },

  async run(request, { token, capturedAt }) {
    const { store, me } = request
    const parts = genuine(token)
    const roll = await recallRoll(request, parts.sessionId)
    refuseCalledOff(roll)
    const seen = await seenInTime(request, roll, parts, capturedAt)
    const held = await heldPlace(store, parts.sessionId, me._id)
    // a place is taken only in what is so now
    const place = held ?? (await takeAtTheDoor(request, await readRoll(request, parts.sessionId)))
    const atTheDoor = await takenAtTheDoor(store, roll, [place])
    const { row, repeated } = await saySeen(request, place, seen, atTheDoor.has(place.rid))
    return {
      sessionId: parts.sessionId,
      activityId: roll.activity._id,
      title: roll.activity.title,
      no: row.no,
      at: row.endedAt,
      pending: row.state === 'PENDING',
      walkIn: row.walkIn,
      repeated,
    }
  },
}

function genuine(token: string): VenueParts {
  const parts = readVenueCode(token)
  if (!parts) throw new AppError('CODE_INVALID')
  const { sessionId, window, mac } = parts
  if (!sameText(mac, venueMac(venueKeyOf(sessionId, secrets()), sessionId, window)))
    throw new AppError('CODE_INVALID')
  return parts
}

async function seenInTime(
  { store, now }: PersonRequest,
  { session, activity }: Roll,
  { window }: VenueParts,
  capturedAt: number,
): Promise<Sighting> {
  const settings = await loadSettings(store, now)
  const seen = sightingOf(window, capturedAt, now, settings['code.windowSec'])
  if (!seen) throw new AppError('CODE_EXPIRED')
  if (!within(codeTimes(activity.kind, session), seen.at)) throw new AppError('OUTSIDE_WINDOW')
  if (now - seen.at > settings['sync.lateHours'] * HOUR) throw new AppError('SYNC_TOO_LATE')
  return seen
}
