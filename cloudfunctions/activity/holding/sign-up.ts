import { optional, strictObject } from 'valibot'
import type { Action, PersonRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { fullness } from '../../_kit/places/fullness'
import type { Taken, Wish } from '../../_kit/places/places'
import { heldPlace, takePlace } from '../../_kit/places/places'
import { loadSettings } from '../../_kit/settings'
import type { Store } from '../../_kit/store'
import type { SignedUp } from '../../../typings/api/activity'
import type { Activity, Place, Session } from '../../../typings/documents'
import { clashes } from './clash'
import { consultsThen } from './consults-then'
import { dayCap } from './day-cap'
import type { Refusal } from './eligibility'
import { allRanges, closedToAll, closedToThem, rangesFor } from './eligibility'
import { checkAnswers, fittingAnswers, givenAnswers, sealAnswers } from './given-answers'
import { healPlace } from './heal-place'
import { count, sessionId } from '../input'
import { loadActivity, loadSession, recall } from '../load'

export const signUp: Action<'activity', 'signUp'> = {
  input: strictObject({
    sessionId,
    rulesVersion: count(1_000_000),
    headcount: optional(count(200)),
    answers: optional(givenAnswers),
  }),

  peek({ now, personId }, input) {
    const known = recall(input.sessionId, now)
    if (!known) return
    const { activity, session } = known
    const closed = closedToAll(activity, session, now)
    if (closed?.code === 'NOT_OPEN') throw new AppError(closed.code, closed.detail)
    if (!closed && fullness.refuses(session._id, allRanges(session), personId, now))
      throw new AppError('FULL')
  },

  async run(request, input) {
    const { store, now, me } = request
    const session = await loadSession(request, input.sessionId)
    const activity = await loadActivity(request, session.activityId)
    const { headcount = 1, rulesVersion, answers: given = {} } = input
    if (headcount > activity.rules.groupMax) throw new AppError('INVALID_INPUT', { field: 'headcount' })
    const refusal =
      closedToAll(activity, session, now) ?? closedToThem(activity, session, me, rulesVersion, now)
    if (refusal) return refuseUnlessHeld(request, session, refusal)
    const answers = fittingAnswers(activity.questions, given)
    if (await consultsThen(store, activity, session, me))
      return refuseUnlessHeld(request, session, { code: 'TIME_CLASH' })
    await checkAnswers(activity.questions, answers, request.openid)
    const taken = await takeAnew(store, {
      pool: session._id,
      ranges: rangesFor(session, me.employment),
      holder: me._id,
      cap: dayCap(me._id, session, await loadSettings(store, now)),
      headcount,
      answers: sealAnswers(answers, session._id, me._id),
      now,
      admit: others => refuseClash(activity, session, others),
    })
    return signedUp(taken)
  },
}

/** A holding that they cancelled and whose place was not let go of, since that was cut off, is none. */
async function takeAnew(store: Store, wish: Wish): Promise<Taken> {
  const taken = await takePlace(store, wish)
  if (taken.kind !== 'held' || taken.place.step !== 'HEAL') return taken
  await healPlace(store, taken.place, wish.now)
  return takePlace(store, wish)
}

/** A retry after a lost answer may come when sign-up has closed meanwhile: who holds a place is told so. */
async function refuseUnlessHeld(
  { store, me }: PersonRequest,
  session: Session,
  { code, detail }: Refusal,
): Promise<SignedUp> {
  // before the opening nobody holds one: a crowd that waits for it costs no read
  const held = code === 'NOT_OPEN' ? undefined : await heldPlace(store, session._id, me._id)
  if (!held) throw new AppError(code, detail)
  return signedUp({ kind: 'held', place: held })
}

function refuseClash(activity: Activity, session: Session, others: readonly Place[]): void {
  if (activity.kind === 'WALK') return
  if (others.some(place => clashes(session, place))) throw new AppError('TIME_CLASH')
}

function signedUp(taken: Taken): SignedUp {
  if (taken.kind === 'full') throw new AppError('FULL')
  if (taken.kind === 'capped') throw new AppError('QUOTA_DAY')
  const { pool, refId, no } = taken.place
  return { sessionId: pool, activityId: refId, no, repeated: taken.kind === 'held' }
}
