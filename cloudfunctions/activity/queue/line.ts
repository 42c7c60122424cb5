import type { Settings } from '../../_kit/settings'
import { loadSettings } from '../../_kit/settings'
import type { Store } from '../../_kit/store'
import type { Activity, Place, Session } from '../../../typings/documents'
import { loadActivity, loadSession } from '../load'
import { offerUntil } from './offer-time'

/** A session's queue at one moment, and the rules by which it moves. */
export interface Line {
  session: Session
  activity: Activity
  settings: Settings
  now: number
}

export async function loadLine(store: Store, { pool }: Pick<Place, 'pool'>, now: number): Promise<Line> {
  const session = await loadSession({ store, now }, pool)
  const activity = await loadActivity({ store, now }, session.activityId)
  return { session, activity, settings: await loadSettings(store, now), now }
}

/** Until when an offer made now stands; undefined when none is made any more: what is free then is first come, first served. */
export function offerOf({ session, activity, settings, now }: Line): number | undefined {
  if (activity.state !== 'PUBLISHED' || session.state !== 'ON') return undefined
  return offerUntil(now, session.startAt, settings)
}
