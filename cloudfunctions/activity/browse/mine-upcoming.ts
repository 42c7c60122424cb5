import type { PersonRequest } from '../../_kit/action'
import { SESSIONS } from '../../_kit/places/pools'
import type { MyState } from '../../../typings/api/activity'
import type { Place, SignupState } from '../../../typings/documents'
import type { Found, Mark } from './mine-holding'
import { ofPlace, pageOf } from './mine-holding'
import { MINE_PAGE } from '../settings'

/** Verdicts that are shown while the session is still to come or runs. A cancel that was cut off is not one of them. */
const SHOWN: readonly SignupState[] = ['ATTENDED', 'PENDING', 'CALLED_OFF']

/** Places held whose end is still to come, the next one first. */
export async function upcoming(request: PersonRequest, mark?: Mark): Promise<Found> {
  const { store, me, now } = request
  const places = await store.find('places', {
    where: {
      holder: me._id,
      state: 'HELD',
      pool: SESSIONS,
      endAt: { $gte: Math.max(now + 1, mark?.at ?? 0) },
      ...(mark && { $or: [{ endAt: { $gt: mark.at } }, { endAt: mark.at, _id: { $gt: mark.id } }] }),
    },
    orderBy: { endAt: 1, _id: 1 },
    limit: MINE_PAGE + 1,
  })
  const states = await verdictsOf(request, places)
  const found = places.map(place => ofPlace(place, states.get(place.rid) ?? 'SIGNED'))
  return pageOf(found, MINE_PAGE)
}

async function verdictsOf(
  { store }: PersonRequest,
  places: readonly Place[],
): Promise<ReadonlyMap<string, MyState>> {
  if (places.length === 0) return new Map()
  const rows = await store.find('signups', {
    where: { _id: { $in: places.map(({ rid }) => `su_${rid}`) }, state: { $in: SHOWN } },
    fields: ['_id', 'state'],
    limit: places.length,
  })
  return new Map(
    rows.flatMap(({ _id, state }) => (state === 'VOID' ? [] : [[_id.slice('su_'.length), state] as const])),
  )
}
