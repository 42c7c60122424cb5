import { maxLength, optional, pipe, strictObject, string } from 'valibot'
import { AppError } from '../../_kit/errors'
import { closeRanks } from '../../_kit/places/ordinals'
import { heldPlace } from '../../_kit/places/places'
import type { Action, PersonRequest } from '../../_kit/action'
import type { Session, Signup } from '../../../typings/documents'
import { dayKey } from './day-cap'
import { sessionId } from '../input'
import { letGo } from './let-go'
import { loadLine } from '../queue/line'
import { recountSuspension } from '../points/recount-suspension'
import { cancelHolding, isCancelled } from './verdict'

export const cancel: Action<'activity', 'cancel'> = {
  input: strictObject({ sessionId, reason: optional(pipe(string(), maxLength(100))) }),

  async run(request, input) {
    const { store, me, now } = request
    const line = await loadLine(store, { pool: input.sessionId }, now)
    const place = await heldPlace(store, input.sessionId, me._id)
    if (!place) return answer(await lastCancelled(request, line.session), true)
    const { row, repeated } = await cancelHolding(store, line, place, input.reason)
    if (isCancelled(row)) await letGo(store, line, place, row)
    return answer(row, repeated)
  },
}

function answer({ sessionId, state, points }: Signup, repeated: boolean) {
  return { sessionId, late: state === 'LATE_CANCELLED', points, repeated }
}

/** An earlier try wrote it, and may have been cut off after the place was passed on. */
async function lastCancelled({ store, me, now }: PersonRequest, session: Session): Promise<Signup> {
  const rows = await store.find('signups', {
    where: { sessionId: session._id, personId: me._id, state: { $in: ['CANCELLED', 'LATE_CANCELLED'] } },
    limit: 100,
  })
  const [last] = rows.sort((a, b) => b.endedAt - a.endedAt)
  if (!last) throw new AppError('NO_PLACE')
  await closeRanks(store, dayKey(me._id, last.startAt))
  if (last.points > 0) await recountSuspension(store, me._id, now)
  return last
}
