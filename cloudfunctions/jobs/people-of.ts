import { LIVE } from '../activity/queue/wait-entry'
import type { Store } from '../_kit/store'
import type { Place, Wait } from '../../typings/documents'

const PAGE = 100
const WAITING = 'w'

/** Some of the people of some sessions; `next` is the cursor of those after them, undefined after the last. */
export interface PeoplePage {
  /** Held, or offered to somebody. */
  places: Place[]
  waits: Wait[]
  next: string | undefined
}

/** Everybody who has a place in these sessions, then everybody who waits for one; by their ids, so that a page may be read again. */
export async function peopleOf(
  store: Store,
  sessionIds: readonly string[],
  cursor: string,
): Promise<PeoplePage> {
  if (cursor.startsWith(WAITING)) {
    const waits = await store.find('waits', {
      where: {
        sessionId: { $in: sessionIds },
        state: { $in: LIVE },
        _id: { $gt: cursor.slice(WAITING.length) },
      },
      orderBy: { _id: 1 },
      limit: PAGE,
    })
    const next = waits.length < PAGE ? undefined : `${WAITING}${waits.at(-1)?._id}`
    return { places: [], waits, next }
  }
  const places = await store.find('places', {
    where: { pool: { $in: sessionIds }, state: { $in: ['HELD', 'OFFERED'] }, _id: { $gt: cursor } },
    orderBy: { _id: 1 },
    limit: PAGE,
  })
  const last = places.at(-1)
  return { places, waits: [], next: last && places.length === PAGE ? last._id : WAITING }
}
