import { strictObject } from 'valibot'
import { venueKeyOf } from '../../_kit/crypto'
import { AppError } from '../../_kit/errors'
import { secrets } from '../../_kit/keys'
import type { Action } from '../../_kit/action'
import { loadSettings } from '../../_kit/settings'
import { sessionId } from '../input'
import { rollCounts } from './roll-counts'
import type { Roll } from './roll-session'
import { readRoll, refuseCalledOff, rollSessionOf } from './roll-session'
import { packTimes } from './roll-times'

export const venueKey: Action<'activity', 'venueKey', Roll> = {
  input: strictObject({ sessionId }),

  load: (request, { sessionId }) => readRoll(request, sessionId),

  async run({ store, now }, { sessionId }, roll) {
    refuseCalledOff(roll)
    const { from, to } = packTimes(roll.session)
    if (now < from) throw new AppError('PACK_TOO_EARLY', { until: from })
    if (now >= to) throw new AppError('OUTSIDE_WINDOW')
    const { attended, held } = await rollCounts(store, sessionId)
    const session = rollSessionOf(roll, await loadSettings(store, now))
    return { session, venueKey: venueKeyOf(sessionId, secrets()), attended, held }
  },
}
