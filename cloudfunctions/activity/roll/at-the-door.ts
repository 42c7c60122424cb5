import type { PersonRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { takePlace } from '../../_kit/places/places'
import { loadSettings } from '../../_kit/settings'
import type { Store } from '../../_kit/store'
import type { Place, Session } from '../../../typings/documents'
import { dayCap } from '../holding/day-cap'
import { closedToThem, rangesFor } from '../holding/eligibility'
import type { Roll } from './roll-session'
import { codeTimes } from './roll-times'

const MOST_READ = 1000

/** Takes a free place for somebody who stands there without one. */
export async function takeAtTheDoor(request: PersonRequest, roll: Roll): Promise<Place> {
  const { store, now, me } = request
  const { session, activity } = roll
  const open = activity.mode === 'FIRST' && activity.state === 'PUBLISHED' && session.state === 'ON'
  if (!open || now >= codeTimes(activity.kind, session).to) throw new AppError('NO_PLACE')
  const refusal = closedToThem(activity, session, me, activity.rules.version, now)
  if (refusal) throw new AppError(refusal.code, refusal.detail)
  const taken = await takePlace(store, {
    pool: session._id,
    ranges: rangesFor(session, me.employment),
    holder: me._id,
    cap: dayCap(me._id, session, await loadSettings(store, now)),
    headcount: 1,
    now,
    // who is here is not elsewhere
    admit: () => undefined,
  })
  if (taken.kind === 'full') throw new AppError('NO_PLACE')
  if (taken.kind === 'capped') throw new AppError('QUOTA_DAY')
  return taken.place
}

/**
 * Of these holdings, by `rid`, those taken at the door: after sign-up closed, and not through the queue. Told from the
 * place alone, so that a scan that was cut off before its row is known again.
 */
export async function takenAtTheDoor(
  store: Store,
  { session, activity }: Roll,
  places: readonly Place[],
): Promise<ReadonlySet<string>> {
  const since = Math.max(session.closeAt, codeTimes(activity.kind, session).from)
  const late = places.filter(({ at }) => at >= since).map(({ rid }) => rid)
  if (late.length === 0) return new Set()
  const queued = await ridsOfQueue(store, session, late)
  return new Set(late.filter(rid => !queued.has(rid)))
}

/** Those of these holdings that came through the queue; one read for each thousand. */
async function ridsOfQueue(
  store: Store,
  { _id: sessionId }: Session,
  rids: readonly string[],
): Promise<ReadonlySet<string>> {
  const queued = new Set<string>()
  for (let from = 0; from < rids.length; from += MOST_READ) {
    const where = { sessionId, rid: { $in: rids.slice(from, from + MOST_READ) } }
    for (const { rid } of await store.find('waits', { where, fields: ['rid'], limit: MOST_READ }))
      queued.add(rid)
  }
  return queued
}
