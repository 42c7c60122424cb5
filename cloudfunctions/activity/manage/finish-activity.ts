import { tryAgain } from '../../_kit/errors'
import type { Store } from '../../_kit/store'
import { schedule } from '../../_kit/tasks'
import type { Activity, Session } from '../../../typings/documents'
import { aboutToDrop, dropProposal } from './drop-proposal'
import { forget } from '../load'
import { MOST_SESSIONS } from '../settings'

/** Others may write the activity meanwhile, not for ever. */
const TURNS = 5

/**
 * Lets an activity know what became of its sessions; it is finished when none of them is to come, and nobody is asked to
 * agree to another one. Safe to repeat.
 */
export async function finishActivity(store: Store, activityId: string, now: number): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) {
    const activity = await store.get('activities', activityId)
    if (!activity) return
    const where = { activityId }
    const sessions = await store.find('sessions', { where, orderBy: { startAt: 1 }, limit: MOST_SESSIONS })
    const change = afterSessions(activity, sessions, now)
    forget(
      activityId,
      sessions.map(({ _id }) => _id),
    )
    const until = proposedUntil(activity)
    const held = sessions.find(({ state }) => state === 'FINISHED')
    // it is looked at again when what is proposed is over as well
    if (held && until > now && noneOn(sessions)) await schedule(store, 'FINISH', held._id, until)
    if (!change) return
    const { _id, rev } = activity
    if (change.state) await aboutToDrop(store, activity, now)
    if (!(await store.change('activities', { _id, rev }, { ...change, updatedAt: now }))) continue
    if (change.state) await dropProposal(store, activity, change.state, now)
    return
  }
  throw tryAgain()
}

/** Changes that waited to be published are dropped: nobody could write them any more. */
export const finished = {
  state: 'FINISHED',
  listed: false,
  draft: null,
  draftState: 'DRAFT',
  editorIds: [],
} satisfies Partial<Activity>

/** Undefined when the activity says so already. */
export function afterSessions(
  activity: Pick<Activity, 'state' | 'times' | 'applying' | 'draft' | 'draftState'>,
  sessions: readonly Session[],
  now: number,
): Partial<Activity> | undefined {
  const { state, times, applying = false } = activity
  // what is being published may add a session
  const goesOn = applying || proposedUntil(activity) > now
  const over = state === 'PUBLISHED' && !goesOn && noneOn(sessions)
  const known = times.map(one => one.state).join()
  const changed = sessions.map(session => session.state).join() !== known
  if (!over && !changed) return undefined
  const timesNow = sessions.map(({ startAt, endAt, openAt, closeAt, state: its }) => ({
    startAt,
    endAt,
    openAt,
    closeAt,
    state: its,
  }))
  return { times: timesNow, ...(over && finished) }
}

const noneOn = (sessions: readonly Session[]): boolean => sessions.every(({ state }) => state !== 'ON')

/** When the last session ends that waits for a second person to agree to it; 0 when none does. */
function proposedUntil({
  state,
  draft,
  draftState,
}: Pick<Activity, 'state' | 'draft' | 'draftState'>): number {
  if (state !== 'PUBLISHED' || draftState !== 'REVIEWING' || !draft) return 0
  const added = draft.sessions.filter(({ sessionId }) => sessionId === undefined)
  return Math.max(0, ...added.map(({ endAt }) => endAt))
}
