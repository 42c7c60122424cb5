import type { Request, Subject } from '../../_kit/action'
import { InstanceCache } from '../../_kit/cache'
import { AppError } from '../../_kit/errors'
import type { Settings } from '../../_kit/settings'
import type { RollSession } from '../../../typings/api/activity'
import type { Activity, Session } from '../../../typings/documents'
import { codeTimes } from './roll-times'

/** At a door the same session is asked for every few seconds. */
const REMEMBER_MS = 30_000
const remembered = new InstanceCache<Roll>(REMEMBER_MS)

/** What the actions of the roll are about. */
export interface Roll extends Subject {
  session: Session
  activity: Activity
}

type Reader = Pick<Request, 'store' | 'now'>

/** As it is now. */
export async function readRoll({ store, now }: Reader, sessionId: string): Promise<Roll> {
  const session = await store.get('sessions', sessionId)
  const activity = session && (await store.get('activities', session.activityId))
  if (!activity) throw new AppError('NOT_FOUND')
  const roll = { orgPath: activity.orgPath, session, activity }
  remembered.put(sessionId, now, roll)
  return roll
}

/** As it was up to 30 seconds ago: enough where the rows decide, and not what became of the session. */
export async function recallRoll(reader: Reader, sessionId: string): Promise<Roll> {
  return remembered.peek(sessionId, reader.now) ?? readRoll(reader, sessionId)
}

/** After a write to the session. */
export function forgetRoll(sessionId: string): void {
  remembered.forget(sessionId)
}

/** Nobody is checked in to what was called off. */
export function refuseCalledOff({ session, activity }: Roll): void {
  if (session.state === 'CALLED_OFF' || activity.state === 'CALLED_OFF') throw new AppError('STATE_CHANGED')
}

export function rollSessionOf({ session, activity }: Roll, settings: Settings): RollSession {
  const { _id: sessionId, startAt, endAt, spot, state } = session
  const { _id: activityId, title, orgName } = activity
  return {
    sessionId,
    activityId,
    title,
    orgName,
    startAt,
    endAt,
    spot: spot.name,
    state: activity.state === 'CALLED_OFF' ? 'CALLED_OFF' : state,
    windowSec: settings['code.windowSec'],
    ...codeTimes(activity.kind, session),
  }
}
