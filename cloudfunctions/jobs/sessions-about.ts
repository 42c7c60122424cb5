import { MOST_SESSIONS } from '../activity/settings'
import type { Store } from '../_kit/store'
import type { Known } from './sessions-of'
import { sessionsOf } from './sessions-of'

/** The session with this id, or all sessions of the activity with this id. */
export async function sessionsAbout(store: Store, refId: string): Promise<Known[]> {
  const where = { activityId: refId }
  const ids = refId.startsWith('ac_')
    ? await store.find('sessions', { where, fields: ['_id'], limit: MOST_SESSIONS })
    : [{ _id: refId }]
  const known = await sessionsOf(
    store,
    ids.map(({ _id }) => _id),
  )
  return [...known.values()]
}
