import { changeTexts } from '../../../miniprogram/shared/notice-texts'
import { AppError, tryAgain } from '../../_kit/errors'
import { makePlaces } from '../../_kit/places/places'
import type { Store } from '../../_kit/store'
import { AFTER_CAUSE_MS, schedule, taskOf } from '../../_kit/tasks'
import type { Activity, ActivityDraft, Session } from '../../../typings/documents'
import { liveOf, spanOf } from './draft'
import { finished } from './finish-activity'
import { forget } from '../load'
import { moveSession } from './move-session'
import { addedSessions, moves, nextVersion } from './publication'
import { finishTime, forgetTime, lapseTime } from './session-tasks'
import { MOST_SESSIONS } from '../settings'

/** A publication that others finished first is looked at again so often. */
const TURNS = 3

export function sessionsOf(store: Store, activityId: string): Promise<Session[]> {
  return store.find('sessions', { where: { activityId }, orderBy: { startAt: 1 }, limit: MOST_SESSIONS })
}

/**
 * Decides that this very revision is published: from here on nobody writes the activity until `carryOut` is through.
 * Schedule APPLY before. Undefined when it was changed meanwhile.
 */
export async function beginPublishing(
  store: Store,
  activity: Activity,
  submittedRev: number,
  now: number,
): Promise<Activity | undefined> {
  const { _id, rev, draft, rules } = activity
  if (!draft) return undefined
  const version = nextVersion(activity, draft, await sessionsOf(store, _id))
  const set = { applying: true, submittedRev, rules: { ...rules, version }, updatedAt: now }
  if (!(await store.change('activities', { _id, rev }, set))) return undefined
  return { ...activity, ...set, rev: rev + 1 }
}

/** Makes sessions, places and tasks, moves what is there, and last of all puts the draft in force. Any try completes another. */
export async function carryOut(store: Store, begun: Activity, now: number): Promise<Activity> {
  let activity: Activity | undefined = begun
  for (let turn = 0; turn < TURNS && activity?.applying && activity.draft; turn++) {
    await prepare(store, activity, activity.draft, now)
    const published = await commit(store, activity, activity.draft, now)
    if (published) return published
    // another try was faster, or a session was finished meanwhile
    activity = await store.get('activities', activity._id)
  }
  if (!activity || activity.applying) throw tryAgain()
  return activity
}

async function prepare(store: Store, activity: Activity, draft: ActivityDraft, now: number): Promise<void> {
  const published = await sessionsOf(store, activity._id)
  const added = addedSessions(activity, draft, now)
  const tasks = added.flatMap(session => [
    taskOf('FINISH', session._id, finishTime(session)),
    taskOf('LAPSE', session._id, lapseTime(session)),
    taskOf('FORGET', session._id, forgetTime(session)),
  ])
  await store.insertMissing('tasks', tasks)
  await store.insertMissing('sessions', added)
  if (draft.mode !== 'OPEN') await makeMissingPlaces(store, activity._id, added)
  for (const move of moves(draft, published)) await moveSession(store, move, now)
  if (activity.state === 'PUBLISHED' && draft.title !== activity.title)
    await schedule(store, 'CHANGED', activity._id, now + AFTER_CAUSE_MS, changeTexts.title(draft.title))
}

/** One look at what is there, so that a try after a crash goes on where the first one ended. */
async function makeMissingPlaces(store: Store, refId: string, sessions: readonly Session[]): Promise<void> {
  if (sessions.length === 0) return
  const made = await store.aggregate<{ _id: string; places: number }>(
    'places',
    [
      { $match: { refId, pool: { $in: sessions.map(({ _id }) => _id) } } },
      { $group: { _id: '$pool', places: { $sum: 1 } } },
    ],
    MOST_SESSIONS,
  )
  const counts = new Map(made.map(({ _id, places }) => [_id, places]))
  for (const session of sessions)
    if (counts.get(session._id) !== session.maxNo)
      await makePlaces(store, { ...session, pool: session._id, refId })
}

/** The last one was finished while this was carried out. Where all were called off, `sumUp` says so, with its reason. */
function isOver(sessions: readonly Session[]): boolean {
  const states = sessions.map(({ state }) => state)
  return !states.includes('ON') && states.includes('FINISHED')
}

async function commit(
  store: Store,
  activity: Activity,
  draft: ActivityDraft,
  now: number,
): Promise<Activity | undefined> {
  const { _id, rev, rules } = activity
  const [org, sessions] = await Promise.all([store.get('orgs', draft.orgId), sessionsOf(store, _id)])
  if (!org) throw new AppError('NOT_FOUND', { field: 'orgId' })
  const set = {
    ...liveOf(draft, org, rules.version),
    ...spanOf(sessions),
    state: 'PUBLISHED',
    listed: true,
    draft: null,
    draftState: 'DRAFT',
    editorIds: [],
    reason: '',
    applying: false,
    ...(isOver(sessions) && finished),
    updatedAt: now,
  } satisfies Partial<Activity>
  if (!(await store.change('activities', { _id, rev, applying: true }, set))) return undefined
  forget(
    _id,
    sessions.map(session => session._id),
  )
  return { ...activity, ...set, rev: rev + 1 }
}
