import type { ActivityDraft, ActivityKind, Art, DraftSession } from '../../../../typings/documents'
import { DAY, clock, dayStart, instant, localDate } from '../../../shared/time'

const HOUR = 3_600_000
/** Sign-up closes so long before the start, unless staff say otherwise. */
const CLOSES_BEFORE = 2 * HOUR
const OPENS_AT = '09:00'
const CANCEL_BEFORE_MIN = 1440

/** What activities of a kind usually are: begin of day, minutes, places, people a group. */
interface Habit {
  art: Art
  from: string
  minutes: number
  places: number
  groupMax: number
}

const single = (art: Art, from: string, minutes: number, places: number): Habit => ({
  art,
  from,
  minutes,
  places,
  groupMax: 1,
})

export const habits: Record<ActivityKind, Habit> = {
  COOL: single('cool', '14:00', 180, 100),
  NEWFORM: single('newform', '19:00', 90, 60),
  CHECKUP: single('checkup', '08:00', 90, 40),
  WALK: single('walk', '09:00', 120, 200),
  CHOIR: single('choir', '14:00', 120, 60),
  VISIT: { art: 'visit', from: '14:00', minutes: 60, places: 8, groupMax: 20 },
  LECTURE: single('lecture', '14:00', 120, 80),
  CONTEST: single('contest', '09:00', 480, 30),
  OTHER: single('film', '14:00', 120, 60),
}

/** The next 09:00; at once when the sign-up would be over by then. */
export function opensAt(now: number, closeAt: number): number {
  const today = instant(localDate(now), OPENS_AT)
  const next = today > now ? today : today + DAY
  return next < closeAt ? next : Math.floor(now / 60_000) * 60_000
}

/** A session on the day that holds `day`, with the times of its kind. */
function usualTimes(
  kind: ActivityKind,
  day: number,
  now: number,
): Omit<DraftSession, 'spot' | 'places' | 'kept'> {
  const { from, minutes } = habits[kind]
  const startAt = instant(localDate(day), from)
  const closeAt = startAt - CLOSES_BEFORE
  return { startAt, endAt: startAt + minutes * 60_000, openAt: opensAt(now, closeAt), closeAt }
}

/** A new activity, a week ahead. */
export function newDraft(kind: ActivityKind, orgId: string, now: number): ActivityDraft {
  const { art, places, groupMax } = habits[kind]
  const spot = { name: '', address: '', lng: 0, lat: 0 }
  return {
    kind,
    mode: 'FIRST',
    art,
    title: '',
    body: '',
    coverId: '',
    orgId,
    audience: { memberOnly: false, employments: [] },
    notes: [],
    cancelBeforeMin: CANCEL_BEFORE_MIN,
    groupMax,
    questions: [],
    budgetFen: 0,
    sessions: [{ ...usualTimes(kind, dayStart(now) + 7 * DAY, now), spot, places, kept: [] }],
  }
}

/** Of another kind: what still was as usual for the old one becomes usual for the new one. */
export function withKind(draft: ActivityDraft, kind: ActivityKind, now: number): ActivityDraft {
  const before = habits[draft.kind]
  const after = habits[kind]
  return {
    ...draft,
    kind,
    art: draft.art === before.art ? after.art : draft.art,
    groupMax: kind === 'VISIT' ? after.groupMax : 1,
    sessions: draft.sessions.map(session => {
      const usual =
        clock(session.startAt) === before.from && session.endAt - session.startAt === before.minutes * 60_000
      return {
        ...session,
        ...(usual && usualTimes(kind, session.startAt, now)),
        places: session.places === before.places ? after.places : session.places,
      }
    }),
  }
}
