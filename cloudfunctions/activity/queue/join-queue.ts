import { tryAgain } from '../../_kit/errors'
import type { Store } from '../../_kit/store'
import type { Person, Sealed, Wait } from '../../../typings/documents'
import type { Line } from './line'
import { liveEntry, liveKey, waitId } from './wait-entry'

const MOST_TURNS = 30

/**
 * Puts this person at the end of the queue by inserting its next number; a number that another takes at the same time is
 * passed by. `repeated`: they were in it already.
 */
export async function joinQueue(
  store: Store,
  { session, activity, now }: Line,
  { _id: personId, employment }: Pick<Person, '_id' | 'employment'>,
  { autoAccept, answers }: { autoAccept: boolean; answers: Sealed | null },
): Promise<{ entry: Wait; repeated: boolean }> {
  const { _id: sessionId, startAt, endAt } = session
  let n = (await lastNumber(store, sessionId)) + 1
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const entry: Wait = {
      _id: waitId(sessionId, n),
      sessionId,
      activityId: activity._id,
      n,
      personId,
      employment,
      state: 'WAITING',
      autoAccept,
      liveKey: liveKey(sessionId, personId),
      at: now,
      rid: '',
      answers,
      startAt,
      endAt,
      endedAt: 0,
    }
    if (await store.insert('waits', entry)) return { entry, repeated: false }
    const own = await liveEntry(store, sessionId, personId)
    if (own) return { entry: own, repeated: true }
    // many join at once: those who were refused together do not all want the next one
    n += 1 + Math.floor(Math.random() * (turn + 1))
  }
  throw tryAgain()
}

async function lastNumber(store: Store, sessionId: string): Promise<number> {
  const [last] = await store.find('waits', {
    where: { sessionId },
    orderBy: { n: -1 },
    fields: ['n'],
    limit: 1,
  })
  return last?.n ?? 0
}
