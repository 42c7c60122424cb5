import type { SessionWords } from '../../miniprogram/shared/notice-texts'
import { fullTime } from '../../miniprogram/shared/time'
import type { Store } from '../_kit/store'
import type { Activity, Session } from '../../typings/documents'

/** A session with its activity, and how notices name it. */
export interface Known {
  session: Session
  activity: Activity
  words: SessionWords
  /** Nobody called it off, and it is not over. */
  on: boolean
}

/** The sessions with these ids, in two calls for up to 1,000; those that are not there any more are absent. */
export async function sessionsOf(store: Store, ids: readonly string[]): Promise<Map<string, Known>> {
  const sessions = await read(store, 'sessions', ids)
  const activities = await read(
    store,
    'activities',
    sessions.map(({ activityId }) => activityId),
  )
  const byId = new Map(activities.map(activity => [activity._id, activity]))
  return new Map(
    sessions.flatMap(session => {
      const activity = byId.get(session.activityId)
      return activity ? [[session._id, known(session, activity)]] : []
    }),
  )
}

export async function sessionOf(store: Store, id: string): Promise<Known | undefined> {
  return (await sessionsOf(store, [id])).get(id)
}

function known(session: Session, activity: Activity): Known {
  const on = session.state === 'ON' && activity.state === 'PUBLISHED'
  return { session, activity, words: wordsOf(session, activity), on }
}

const wordsOf = ({ startAt, spot }: Session, { title }: Activity): SessionWords => ({
  activity: title,
  when: fullTime(startAt),
  spot: spot.name,
})

async function read(store: Store, name: 'sessions', ids: readonly string[]): Promise<Session[]>
async function read(store: Store, name: 'activities', ids: readonly string[]): Promise<Activity[]>
async function read(store: Store, name: 'sessions' | 'activities', ids: readonly string[]) {
  const $in = [...new Set(ids)]
  return $in.length === 0 ? [] : store.find(name, { where: { _id: { $in } }, limit: $in.length })
}
