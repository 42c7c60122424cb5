import { strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import type { Tally } from '../../_kit/places/tally'
import { tallyPlaces } from '../../_kit/places/tally'
import type { Activity, Session } from '../../../typings/documents'
import { unitOf } from './card'
import { coverUrls } from '../cover'
import { activityId } from '../input'
import { loadActivity, rememberSessions } from '../load'
import { activityPhase } from '../phase'
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
    const [queues, covers] = await Promise.all([
      readQueues(store, sessionsWithQueue(activity, sessions, tallies), personId, tallies),
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
      sessions: sessions.map(session =>
        sessionView(activity, session, tallies, queues.get(session._id), now),
      ),
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
