import { strictObject } from 'valibot'
import { placeKey } from '../_kit/crypto'
import { AppError } from '../_kit/errors'
import { secrets } from '../_kit/keys'
import { heldPlace } from '../_kit/places'
import type { Action } from '../_kit/action'
import { unitOf } from './card'
import { sessionId } from './input'
import { loadActivity, loadSession } from './load'
import { phaseWithin } from './phase'
import { freeUntil } from './points'
import { WINDOW_SEC } from './settings'

export const ticket: Action<'activity', 'ticket'> = {
  input: strictObject({ sessionId }),

  async run(request, input) {
    const { store, me, now } = request
    const session = await loadSession(request, input.sessionId)
    const activity = await loadActivity(request, session.activityId)
    const place = await heldPlace(store, session._id, me._id)
    if (!place) throw new AppError('NO_PLACE')
    return {
      activityId: activity._id,
      sessionId: session._id,
      title: activity.title,
      startAt: session.startAt,
      endAt: session.endAt,
      spot: session.spot,
      no: place.no,
      headcount: place.headcount,
      unit: unitOf(activity),
      freeUntil: freeUntil(session, activity.rules),
      phase: phaseWithin(activity, session, now),
      placeKey: placeKey(place, secrets()),
      windowSec: WINDOW_SEC,
    }
  },
}
