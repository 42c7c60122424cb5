import { tryAgain } from '../../_kit/errors'
import type { Store } from '../../_kit/store'
import type { Activity, Session } from '../../../typings/documents'
import { voidApproval } from './approval'
import { forget } from '../load'
import { MOST_SESSIONS } from '../settings'

/** Others may write the activity meanwhile, not for ever. */
const TURNS = 5

/** Lets an activity know what became of its sessions; it is finished when none of them is to come. Safe to repeat. */
export async function finishActivity(store: Store, activityId: string, now: number): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) {
    const activity = await store.get('activities', activityId)
    if (!activity) return
    const where = { activityId }
    const sessions = await store.find('sessions', { where, orderBy: { startAt: 1 }, limit: MOST_SESSIONS })
    const change = afterSessions(activity, sessions)
    forget(
      activityId,
      sessions.map(({ _id }) => _id),
    )
    if (!change) return
    const { _id, rev } = activity
    if (!(await store.change('activities', { _id, rev }, { ...change, updatedAt: now }))) continue
    if (change.state && activity.draftState === 'REVIEWING') await voidApproval(store, activity, now)
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
  { state, times, applying = false }: Pick<Activity, 'state' | 'times' | 'applying'>,
  sessions: readonly Session[],
): Partial<Activity> | undefined {
  // what is being published may add a session
  const over = state === 'PUBLISHED' && !applying && sessions.every(session => session.state !== 'ON')
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
