import { strictObject } from 'valibot'
import type { Action } from '../_kit/action'
import type { Tally } from '../_kit/tally'
import { tallyPlaces } from '../_kit/tally'
import type { SessionView } from '../../typings/api/activity'
import type { Activity, Session } from '../../typings/documents'
import { leftOf, unitOf } from './card'
import { activityId } from './input'
import { loadActivity, rememberSessions } from './load'
import { activityPhase, phaseWithin } from './phase'
import { MOST_SESSIONS } from './settings'

export const detail: Action<'activity', 'detail'> = {
  input: strictObject({ activityId }),

  async run(request, input) {
    const { store, personId, now } = request
    const activity = await loadActivity(request, input.activityId)
    const [sessions, tallies] = await Promise.all([
      store.find('sessions', {
        where: { activityId: activity._id },
        orderBy: { startAt: 1 },
        limit: MOST_SESSIONS,
      }),
      tallyPlaces(store, [activity._id], personId),
    ])
    rememberSessions(sessions, now)
    const { _id, kind, mode, art, title, body, orgName, audience, rules } = activity
    return {
      activityId: _id,
      kind,
      mode,
      art,
      title,
      body,
      orgName,
      phase: activityPhase(activity, now),
      unit: unitOf(activity),
      groupMax: rules.groupMax,
      memberOnly: audience.memberOnly,
      employments: audience.employments,
      questions: activity.questions,
      rules: { version: rules.version, notes: rules.notes, cancelBeforeMin: rules.cancelBeforeMin },
      sessions: sessions.map(session => viewOf(activity, session, tallies, now)),
    }
  },
}

function viewOf(activity: Activity, session: Session, all: readonly Tally[], now: number): SessionView {
  const {
    _id: sessionId,
    startAt,
    endAt,
    openAt,
    closeAt,
    spot,
    maxNo: capacity,
    segments,
    entrants,
  } = session
  const tallies = all.filter(({ pool }) => pool === sessionId)
  const held = tallies.find(({ mine }) => mine !== undefined)
  const left = leftOf(activity, tallies)
  return {
    sessionId,
    startAt,
    endAt,
    openAt,
    closeAt,
    spot,
    phase: phaseWithin(activity, session, now),
    capacity,
    segments: segments.map(({ key, label, from, to }) => ({
      key,
      label,
      capacity: to - from + 1,
      left: tallies.reduce((sum, { segment, left }) => sum + (segment === key ? left : 0), 0),
    })),
    ...(left !== undefined && { left }),
    ...(entrants !== undefined && { entrants }),
    ...(held?.mine !== undefined && { mine: { no: held.mine } }),
  }
}
