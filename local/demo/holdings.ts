import { freePlace } from '../../cloudfunctions/_kit/places/place'
import { dayKey } from '../../cloudfunctions/activity/holding/day-cap'
import type { Activity, Place, Session, Signup, SignupState } from '../../typings/documents'

const HOUR_MS = 3600_000

/** Deterministic: demo data is the same at each start. */
export const ridOf = (session: Session, no: number, over = '0') =>
  `01K4DEM${over}R${session._id.slice(-3)}${String(no).padStart(14, '0')}`

/** The next reminder of a holding that was confirmed long ago. */
function reminderAfter(startAt: number, now: number): Pick<Place, 'due' | 'step'> {
  if (now < startAt - 24 * HOUR_MS) return { due: startAt - 24 * HOUR_MS, step: 'REMIND_DAY' }
  if (now < startAt - 2 * HOUR_MS) return { due: startAt - 2 * HOUR_MS, step: 'REMIND_SOON' }
  return { due: 0, step: '' }
}

/** Every place of a session; `holders` has the person at each taken number. */
export function placesOf(
  activity: Activity,
  session: Session,
  holders: ReadonlyMap<number, string>,
  now: number,
): Place[] {
  const pool = { ...session, pool: session._id, refId: activity._id }
  return Array.from({ length: session.maxNo }, (_, i) => {
    const place = freePlace(pool, i + 1)
    const holder = holders.get(place.no)
    if (holder === undefined) return place
    return {
      ...place,
      holder,
      nth: 0,
      capKey: dayKey(holder, session.startAt),
      rid: ridOf(session, place.no),
      state: 'HELD' as const,
      ...reminderAfter(session.startAt, now),
      headcount: activity.rules.groupMax > 1 ? 8 + (place.no % 5) * 3 : 1,
      at: session.openAt + place.no * 60_000,
    }
  })
}

/** What is left of a holding that has ended. */
export function ended(
  session: Session,
  no: number,
  personId: string,
  state: SignupState,
  points: number,
  endedAt = session.endAt + 24 * HOUR_MS,
): Signup {
  return {
    _id: `su_${ridOf(session, no, '1')}`,
    personId,
    activityId: session.activityId,
    sessionId: session._id,
    no,
    headcount: 1,
    state,
    startAt: session.startAt,
    endAt: session.endAt,
    signedAt: session.openAt + no * 60_000,
    endedAt,
    points,
    sources: [],
    walkIn: false,
  }
}
