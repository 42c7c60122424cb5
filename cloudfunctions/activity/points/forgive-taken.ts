import { placeId } from '../../_kit/places/place'
import { AFTER_CAUSE_MS, schedule } from '../../_kit/tasks'
import type { Store } from '../../_kit/store'
import type { Place, Signup } from '../../../typings/documents'

const MOST = 1000

/**
 * Takes the point off every late cancel of a session whose number somebody else took before the start (PRODUCT 6.3). For
 * finishing it; repeated it changes nothing. What the points had suspended, the task SUSPEND counts anew.
 */
export async function forgiveTaken(store: Store, sessionId: string, now: number): Promise<void> {
  const late = await store.find('signups', {
    where: { sessionId, state: 'LATE_CANCELLED', points: { $gt: 0 } },
    limit: MOST,
  })
  if (late.length === 0) return
  const numbers = [...new Set(late.map(({ no }) => no))]
  const rows = await store.find('signups', {
    where: { sessionId, no: { $in: numbers } },
    fields: ['personId', 'no', 'signedAt'],
    limit: MOST,
  })
  const places = await store.find('places', {
    where: { _id: { $in: numbers.map(no => placeId(sessionId, no)) }, state: 'HELD' },
    fields: ['holder', 'no', 'at'],
    limit: numbers.length,
  })
  const takings = [...rows.map(ofRow), ...places.map(ofPlace)]
  for (const { _id, personId, points } of late.filter(row => takings.some(one => follows(one, row)))) {
    await schedule(store, 'SUSPEND', personId, now + AFTER_CAUSE_MS)
    await store.change('signups', { _id, points }, { points: 0 })
  }
}

/** Somebody took a number at some moment. */
interface Taking {
  personId: string
  no: number
  at: number
}

const ofRow = ({ personId, no, signedAt: at }: Signup): Taking => ({ personId, no, at })
const ofPlace = ({ holder: personId, no, at }: Place): Taking => ({ personId, no, at })

function follows({ personId, no, at }: Taking, late: Signup): boolean {
  return personId !== late.personId && no === late.no && at >= late.endedAt && at < late.startAt
}
