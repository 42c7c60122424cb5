import { optional, picklist, strictObject } from 'valibot'
import { readCursor, writeCursor } from '../../_kit/cursor'
import type { Action, StaffRequest } from '../../_kit/action'
import type { Filter } from '../../_kit/store'
import type {
  ManagedActivity,
  ManagedSession,
  ManageFilter,
  ManageState,
} from '../../../typings/api/activity'
import type { Activity, Session } from '../../../typings/documents'
import { cursor } from '../input'
import { managedSessions } from './managed-session'
import { activityPhase } from '../phase'

const PAGE = 20
const MOST_SESSIONS = 1000
const STATES = ['DRAFT', 'REVIEWING', 'LIVE', 'OVER'] as const satisfies readonly ManageState[]

export const manageList: Action<'activity', 'manageList'> = {
  input: strictObject({ state: optional(picklist(STATES)), cursor: optional(cursor) }),

  async run(request, input) {
    const { store } = request
    const found = await store.find('activities', {
      where: filterOf(input, request),
      orderBy: { updatedAt: -1, _id: -1 },
      limit: PAGE + 1,
    })
    const page = found.slice(0, PAGE)
    const sessions = await sessionsOfAll(request, page)
    const managed = await managedSessions(store, sessions)
    const items = page.map(activity => itemOf(activity, sessions, managed, request))
    const last = page.at(-1)
    return last && found.length > PAGE
      ? { items, next: writeCursor({ at: last.updatedAt, id: last._id }) }
      : { items }
  },
}

function filterOf({ state, cursor }: ManageFilter, { scope, now }: StaffRequest): Filter<Activity> {
  const mark = cursor === undefined ? undefined : readCursor(cursor)
  // paths are made of ids and slashes: nothing in them means anything to a pattern
  return {
    orgPath: { $regex: `^(${scope.paths.join('|')})` },
    $and: [
      state === undefined ? { state: { $ne: 'DISCARDED' } } : within(state, now),
      mark ? { $or: [{ updatedAt: { $lt: mark.at } }, { updatedAt: mark.at, _id: { $lt: mark.id } }] } : {},
    ],
  }
}

function within(state: ManageState, now: number): Filter<Activity> {
  switch (state) {
    case 'DRAFT':
      return { $or: [{ state: 'DRAFT' }, { state: 'PUBLISHED', draft: { $ne: null } }] }
    case 'REVIEWING':
      return { draftState: 'REVIEWING', state: { $in: ['REVIEWING', 'PUBLISHED'] } }
    case 'LIVE':
      return { state: 'PUBLISHED', endAt: { $gt: now } }
    case 'OVER':
      return {
        $or: [{ state: { $in: ['FINISHED', 'CALLED_OFF'] } }, { state: 'PUBLISHED', endAt: { $lte: now } }],
      }
  }
}

async function sessionsOfAll({ store }: StaffRequest, activities: readonly Activity[]): Promise<Session[]> {
  if (activities.length === 0) return []
  return store.find('sessions', {
    where: { activityId: { $in: activities.map(({ _id }) => _id) } },
    orderBy: { startAt: 1 },
    limit: MOST_SESSIONS,
  })
}

function itemOf(
  activity: Activity,
  sessions: readonly Session[],
  managed: readonly ManagedSession[],
  { scope, now }: StaffRequest,
): ManagedActivity {
  const { _id: activityId, kind, art, title, orgName, orgPath, state, draftState } = activity
  const { startAt, endAt, spot, updatedAt, budgetFen, reason } = activity
  const own = sessions.filter(session => session.activityId === activityId)
  const ids = new Set(own.map(({ _id }) => _id))
  const counted = managed.filter(({ sessionId, state }) => ids.has(sessionId) && state !== 'CALLED_OFF')
  const sum = (field: 'capacity' | 'held' | 'waiting') =>
    counted.reduce((total, session) => total + session[field], 0)
  return {
    activityId,
    kind,
    art,
    title,
    orgName,
    state,
    phase: activityPhase(activity, now),
    draftState,
    hasDraft: state === 'PUBLISHED' && activity.draft !== null,
    startAt,
    endAt,
    spot,
    updatedAt,
    budgetFen,
    reason,
    sessions: own.map(session => ({
      sessionId: session._id,
      startAt: session.startAt,
      endAt: session.endAt,
      state: session.state,
    })),
    capacity: sum('capacity'),
    held: sum('held'),
    waiting: sum('waiting'),
    may: { edit: scope.may('EDIT', orgPath), roll: scope.may('ROLL', orgPath) },
  }
}
