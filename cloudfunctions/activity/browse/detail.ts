import { strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { loadSettings } from '../../_kit/settings'
import type { Tally } from '../../_kit/places/tally'
import { tallyPlaces } from '../../_kit/places/tally'
import type { Activity, Session } from '../../../typings/documents'
import { unitOf } from './card'
import { coverUrls } from '../cover'
import { activityId } from '../input'
import { loadActivity, rememberSessions } from '../load'
import { activityPhase } from '../phase'
import { holdingsBegun, readAttendance } from './own-attendance'
import { readQueues } from './queue-view'
import { sessionView } from './session-view'
import { MOST_SESSIONS } from '../settings'

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
    const begun = holdingsBegun(sessions, tallies, now)
    // who is about to go to one asks no more who waits for it: one call the fewer
    const queued = sessionsWithQueue(activity, sessions, tallies).filter(id => !begun.has(id))
    const [queues, attendances, settings, covers] = await Promise.all([
      readQueues(store, queued, personId, tallies),
      readAttendance(store, begun),
      queued.length === 0 ? undefined : loadSettings(store, now),
      coverUrls([activity.coverId], now),
    ])
    const { _id, kind, mode, art, title, body, orgName, audience, rules } = activity
    const coverUrl = covers.get(activity.coverId)
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
      ...(coverUrl !== undefined && { coverUrl }),
      ...(settings && {
        offerMin: { usual: settings['wait.offerMin'], near: settings['wait.nearMin'] },
      }),
      sessions: sessions.map(session => {
        const [queue, attendance] = [queues.get(session._id), attendances.get(session._id)]
        return sessionView(activity, session, tallies, { queue, attendance }, now)
      }),
    }
  },
}

/** Those a reader may find somebody waiting for: with no place left for some, or with one that is offered to them. */
function sessionsWithQueue(
  activity: Activity,
  sessions: readonly Session[],
  tallies: readonly Tally[],
): string[] {
  if (activity.mode !== 'FIRST') return []
  const waitedFor = ({ _id, segments }: Session): boolean => {
    const own = tallies.filter(({ pool }) => pool === _id)
    const free = new Set(own.filter(({ left }) => left > 0).map(({ segment }) => segment))
    const keys = segments.length === 0 ? [''] : segments.map(({ key }) => key)
    return own.some(({ offer }) => offer) || keys.some(key => !free.has(key))
  }
  return sessions.filter(waitedFor).map(({ _id }) => _id)
}
