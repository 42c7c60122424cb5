import { strictObject } from 'valibot'
import type { Action } from '../_kit/action'
import { ownPlace } from '../_kit/places'
import { sessionId } from './input'
import { leaveQueue } from './leave-queue'
import { loadLine } from './line'
import { liveEntry } from './wait-entry'

/** Leaving while a place is offered declines it. Who is not in the queue has left it. */
export const waitLeave: Action<'activity', 'waitLeave'> = {
  input: strictObject({ sessionId }),

  async run({ store, me, now }, { sessionId }) {
    const line = await loadLine(store, { pool: sessionId }, now)
    const [place, entry] = await Promise.all([
      ownPlace(store, sessionId, me._id),
      liveEntry(store, sessionId, me._id),
    ])
    const offered = place?.state === 'OFFERED' ? place : undefined
    await leaveQueue(store, line, { entry, offered }, offered ? 'DECLINED' : 'LEFT')
    return { repeated: !entry }
  },
}
