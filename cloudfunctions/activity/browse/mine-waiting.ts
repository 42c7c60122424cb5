import type { PersonRequest } from '../../_kit/action'
import type { Place, Wait } from '../../../typings/documents'
import type { Found, Holding, Mark } from './mine-holding'
import { pageOf } from './mine-holding'
import { MINE_PAGE } from '../settings'
import { LIVE } from '../queue/wait-entry'

/** Queues one is in, the session that ends next first. What is offered is read from the place: its entry may lag behind. */
export async function waiting(request: PersonRequest, mark?: Mark): Promise<Found> {
  const { store, me, now } = request
  const entries = await store.find('waits', {
    where: {
      personId: me._id,
      state: { $in: LIVE },
      startAt: { $gt: now },
      endAt: { $gte: Math.max(now, mark?.at ?? 0) },
      ...(mark && { $or: [{ endAt: { $gt: mark.at } }, { endAt: mark.at, _id: { $gt: mark.id } }] }),
    },
    orderBy: { endAt: 1, _id: 1 },
    limit: MINE_PAGE + 1,
  })
  const { found, next } = pageOf(entries.map(ofEntry), MINE_PAGE)
  if (found.length === 0) return { found }
  const own = await store.find('places', {
    where: { holder: me._id, pool: { $in: found.map(({ of }) => of.sessionId) } },
    limit: found.length,
  })
  const shown = found.flatMap(holding => withPlace(holding, own))
  return next ? { found: shown, next } : { found: shown }
}

function ofEntry({ _id, sessionId, activityId, startAt, endAt, n, rid }: Wait): Holding {
  return {
    mark: { at: endAt, id: _id },
    activityId,
    rid,
    of: { sessionId, startAt, endAt, no: n, headcount: 1, state: 'WAITING' },
  }
}

/** Who holds a place there waits no more. */
function withPlace(holding: Holding, own: readonly Place[]): Holding[] {
  const place = own.find(({ pool }) => pool === holding.of.sessionId)
  if (!place) return [holding]
  const { state, no, offerUntil } = place
  return state === 'OFFERED' ? [{ ...holding, of: { ...holding.of, state, no, offerUntil } }] : []
}
