import { boolean, optional, strictObject } from 'valibot'
import type { Action, PersonRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { fullness } from '../../_kit/places/fullness'
import { ownPlace } from '../../_kit/places/places'
import type { InQueue } from '../../../typings/api/activity'
import type { Wait } from '../../../typings/documents'
import type { Refusal } from '../holding/eligibility'
import { closedToAll, closedToThem, keysFor } from '../holding/eligibility'
import { checkAnswers, fittingAnswers, givenAnswers, sealAnswers } from '../holding/given-answers'
import { count, sessionId } from '../input'
import { joinQueue } from './join-queue'
import type { Line } from './line'
import { loadLine, offerOf } from './line'
import { usable } from '../segments'
import { mostWaiting } from '../settings'
import { handOutSpare } from './settle-queue'
import { LIVE, liveEntry } from './wait-entry'

export const waitJoin: Action<'activity', 'waitJoin'> = {
  input: strictObject({
    sessionId,
    rulesVersion: count(1_000_000),
    autoAccept: boolean(),
    answers: optional(givenAnswers),
  }),

  async run(request, { sessionId, rulesVersion, autoAccept, answers: given = {} }) {
    const { store, me, now, openid } = request
    const line = await loadLine(store, { pool: sessionId }, now)
    const [place, entry] = await Promise.all([
      ownPlace(store, sessionId, me._id),
      liveEntry(store, sessionId, me._id),
    ])
    if (place?.state === 'HELD') return { sessionId, waitNo: 0, ahead: 0, repeated: true, no: place.no }
    if (entry) return settled(request, line, entry, true)
    const refusal = closedQueue(line) ?? closedToThem(line.activity, line.session, me, rulesVersion, now)
    if (refusal) throw new AppError(refusal.code, refusal.detail)
    const { questions } = line.activity
    const fitting = fittingAnswers(questions, given)
    await refuseUnlessFull(request, line)
    await checkAnswers(questions, fitting, openid)
    const answers = sealAnswers(fitting, sessionId, me._id)
    const joined = await joinQueue(store, line, me, { autoAccept, answers })
    return settled(request, line, joined.entry, joined.repeated)
  },
}

/** Why nobody may join it now: as for a sign-up, and once nobody in it would be asked any more. */
function closedQueue(line: Line): Refusal | undefined {
  const closed = closedToAll(line.activity, line.session, line.now)
  return closed ?? (offerOf(line) === undefined ? { code: 'CLOSED' } : undefined)
}

async function refuseUnlessFull({ store, me }: PersonRequest, { session }: Line): Promise<void> {
  const { _id: pool } = session
  const segment = { $in: keysFor(session, me.employment) }
  const [free, waiting] = await Promise.all([
    store.find('places', { where: { pool, holder: '', segment }, fields: ['_id'], limit: 1 }),
    store.count('waits', { sessionId: pool, state: { $in: LIVE } }),
  ])
  if (free.length > 0) {
    fullness.forget(pool)
    throw new AppError('NOT_FULL')
  }
  if (waiting >= mostWaiting(usable(session))) throw new AppError('WAITLIST_FULL')
}

/** A place may have become free between the look and the joining: it is handed to the head of the queue. */
async function settled(
  { store, me }: PersonRequest,
  line: Line,
  { sessionId, n: waitNo }: Wait,
  repeated: boolean,
): Promise<InQueue> {
  const handed = await handOutSpare(store, line)
  const place = handed ? await ownPlace(store, sessionId, me._id) : undefined
  if (place?.state === 'HELD') return { sessionId, waitNo, ahead: 0, repeated, no: place.no }
  const ahead = await store.count('waits', { sessionId, state: { $in: LIVE }, n: { $lt: waitNo } })
  return { sessionId, waitNo, ahead, repeated }
}
