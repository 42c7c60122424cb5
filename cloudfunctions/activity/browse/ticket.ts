import { strictObject } from 'valibot'
import { placeKey } from '../../_kit/crypto'
import { AppError } from '../../_kit/errors'
import { secrets } from '../../_kit/keys'
import { heldPlace } from '../../_kit/places/places'
import { loadSettings } from '../../_kit/settings'
import type { Action } from '../../_kit/action'
import { unitOf } from './card'
import { sessionId } from '../input'
import { loadActivity, loadSession } from '../load'
import { phaseWithin } from '../phase'
import { freeUntil } from '../points/points'
import { isCancelled } from '../holding/verdict'

export const ticket: Action<'activity', 'ticket'> = {
  input: strictObject({ sessionId }),

  async run(request, input) {
    const { store, me, now } = request
    const session = await loadSession(request, input.sessionId)
    const activity = await loadActivity(request, session.activityId)
    const settings = await loadSettings(store, now)
    const place = await heldPlace(store, session._id, me._id)
    const row = place && (await store.get('signups', `su_${place.rid}`))
    if (!place || (row && isCancelled(row))) throw new AppError('NO_PLACE')
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
      freeUntil: freeUntil(session, activity.rules, place.at),
      phase: phaseWithin(activity, session, now),
      placeKey: placeKey(place, secrets()),
      windowSec: settings['code.windowSec'],
      ...(row?.state === 'ATTENDED' && { checkedInAt: row.endedAt }),
      ...(row?.state === 'PENDING' && { pending: true }),
    }
  },
}
