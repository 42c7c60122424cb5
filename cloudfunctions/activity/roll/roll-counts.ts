import type { Store } from '../../_kit/store'

export interface RollCounts {
  held: number
  attended: number
  pending: number
}

/** Of a whole session, as it is now; three calls at once. */
export async function rollCounts(store: Store, sessionId: string): Promise<RollCounts> {
  const [held, attended, pending] = await Promise.all([
    store.count('places', { pool: sessionId, state: 'HELD' }),
    store.count('signups', { sessionId, state: 'ATTENDED' }),
    store.count('signups', { sessionId, state: 'PENDING' }),
  ])
  return { held, attended, pending }
}
