import { strictObject } from 'valibot'
import type { Action, PersonRequest } from '../../_kit/action'
import { tryAgain } from '../../_kit/errors'
import { ownPlace } from '../../_kit/places/places'
import { declineOffer } from './decline-offer'
import { sessionId } from '../input'
import type { Line } from './line'
import { loadLine } from './line'
import { mendEntry } from './mend-entry'
import { closeAsRead, liveEntry } from './wait-entry'

const MOST_TURNS = 4

/** Leaving while a place is offered declines it. Who is not in the queue has left it. */
export const waitLeave: Action<'activity', 'waitLeave'> = {
  input: strictObject({ sessionId }),

  async run(request, { sessionId }) {
    const { store, now } = request
    const line = await loadLine(store, { pool: sessionId }, now)
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      const repeated = await leave(request, line)
      if (repeated !== undefined) return { repeated }
    }
    throw tryAgain()
  },
}

/** Answers whether they had left before; undefined when a place was offered to them at this moment. */
async function leave({ store, me, now }: PersonRequest, line: Line): Promise<boolean | undefined> {
  const { _id: sessionId } = line.session
  // the entry first: a place that is offered after it was read changes the entry
  const entry = await liveEntry(store, sessionId, me._id)
  const place = await ownPlace(store, sessionId, me._id)
  if (place?.state === 'OFFERED') {
    await declineOffer(store, line, place, entry)
    return !entry
  }
  // a place they hold ended their waiting, whatever the entry says
  if (entry && place) await mendEntry(store, entry, place, now)
  if (!entry || place) return true
  return (await closeAsRead(store, entry, 'LEFT', now)) ? false : undefined
}
