import { noticeTexts } from '../../../miniprogram/shared/notice-texts'
import { AppError } from '../../_kit/errors'
import { tell } from '../../_kit/notices'
import { loadSettings } from '../../_kit/settings'
import type { Store } from '../../_kit/store'
import type { Activity, Place, Session } from '../../../typings/documents'
import { ridOf } from './attendance'
import { takenAtTheDoor } from './at-the-door'
import { finishActivity } from '../manage/finish-activity'
import { forgiveTaken } from '../points/forgive-taken'
import { heldPlaces } from './held-places'
import { missing, NO_SHOW_POINTS } from '../points/no-show'
import { recountLater } from '../points/recount-later'
import { forgetRoll } from './roll-session'
import { rowsOf } from './rows-of'

const CHUNK = 500

export interface Finished {
  attended: number
  noShow: number
  /** It was finished before. */
  repeated: boolean
}

/**
 * Closes the roll: whoever did not come gets points and is told; then the session says so, and its activity when that
 * was the last one. `auto`: a day has passed, and what staff left undecided stays so. Cut off anywhere, the next run
 * goes on. STATE_CHANGED before the start and for what was called off; PENDING_LEFT.
 */
export async function finishSession(
  store: Store,
  session: Session,
  activity: Activity,
  now: number,
  auto: boolean,
): Promise<Finished> {
  if (session.state === 'CALLED_OFF' || activity.state === 'CALLED_OFF' || now < session.startAt)
    throw new AppError('STATE_CHANGED')
  const { _id: sessionId } = session
  if (session.state === 'FINISHED') {
    await finishActivity(store, activity._id, now)
    return { attended: session.attended ?? 0, noShow: session.noShow ?? 0, repeated: true }
  }
  if (!auto && (await store.count('signups', { sessionId, state: 'PENDING' })) > 0)
    throw new AppError('PENDING_LEFT')
  const places = await heldPlaces(store, sessionId)
  // nobody stands at the door of a walk that lasts for weeks
  if (activity.kind !== 'WALK') await markMissing(store, session, activity, places, now)
  const attended = await store.count('signups', { sessionId, state: 'ATTENDED' })
  const noShow = await store.count('signups', { sessionId, state: 'NO_SHOW' })
  const finished = { state: 'FINISHED' as const, attended, noShow, updatedAt: now }
  await store.change('sessions', { _id: sessionId, state: 'ON' }, finished)
  forgetRoll(sessionId)
  await finishActivity(store, activity._id, now)
  return { attended, noShow, repeated: false }
}

async function markMissing(
  store: Store,
  session: Session,
  activity: Activity,
  places: readonly Place[],
  now: number,
): Promise<void> {
  const atTheDoor = await takenAtTheDoor(store, { orgPath: activity.orgPath, session, activity }, places)
  const { fresh, takenBack, personIds } = missing(places, await rowsOf(store, places), atTheDoor, now)
  await recountLater(store, personIds, now)
  await store.insertMissing('signups', fresh)
  for (let from = 0; from < takenBack.length; from += CHUNK) {
    const where = { _id: { $in: takenBack.slice(from, from + CHUNK) }, state: 'VOID' as const }
    await store.changeAll('signups', where, { state: 'NO_SHOW', points: NO_SHOW_POINTS, endedAt: now })
  }
  await forgiveTaken(store, session._id, now)
  await tellPoints(store, activity, places, now)
}

/** Those who have points now: a check-in of this instant, or a waiver, may have come between. */
async function tellPoints(
  store: Store,
  { title }: Activity,
  places: readonly Place[],
  now: number,
): Promise<void> {
  const settings = await loadSettings(store, now)
  const rows = [...(await rowsOf(store, places)).values()]
  const punished = rows.filter(({ state, points }) => state === 'NO_SHOW' && points > 0)
  const told = punished.map(row => ({
    personId: row.personId,
    trigger: 'POINTS' as const,
    ref: ridOf(row),
    text: noticeTexts.POINTS({
      activity: title,
      points: row.points,
      limit: settings['strike.limit'],
      windowDays: settings['strike.windowDays'],
      banDays: settings['strike.banDays'],
    }),
    page: '',
  }))
  await tell(store, told, now)
}
