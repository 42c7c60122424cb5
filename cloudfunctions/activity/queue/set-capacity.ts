import { maxLength, pipe, strictObject, string } from 'valibot'
import { blockFree, putBack } from '../../_kit/places/capacity'
import type { Action, StaffRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import type { Setting } from '../../_kit/tasks'
import { AFTER_CAUSE_MS, schedule, settleTask } from '../../_kit/tasks'
import type { ErrorCode } from '../../../miniprogram/shared/errors'
import type { ManagedSession } from '../../../typings/api/activity'
import type { Session } from '../../../typings/documents'
import { MOST_PLACES } from '../manage/draft-schema'
import { fitSession } from './fit-session'
import { revision, sessionId, wholeNumber } from '../input'
import { forget } from '../load'
import type { ManagedOne } from '../manage/managed'
import { loadManagedSession } from '../manage/managed'
import { managedSessions } from '../manage/managed-session'
import type { Size } from './resize'
import { cut, raised } from './resize'
import { segmentTotals, usable } from '../segments'

/** Others may change the session meanwhile, not for ever; then the task SETTLE fits its places. */
const TURNS = 5

export const setCapacity: Action<'activity', 'setCapacity', ManagedOne> = {
  input: strictObject({
    sessionId,
    segment: pipe(string(), maxLength(20)),
    capacity: wholeNumber(MOST_PLACES),
    rev: revision,
  }),

  load: (request, input) => loadManagedSession(request, input.sessionId),

  async run(request, { segment, capacity, rev }, one) {
    const { session, activity } = one
    if (activity.mode === 'OPEN') throw new AppError('INVALID_INPUT', { field: 'sessionId' })
    if (session.state !== 'ON' || activity.state !== 'PUBLISHED' || session.endAt <= request.now)
      throw new AppError('STATE_CHANGED')
    const change = capacity - capacityOf(session, segment)
    // an earlier try said so: what it left undone is done
    if (change === 0 && (session.rev === rev || session.rev === rev + 1))
      return complete(request, one, session, undefined)
    if (session.rev !== rev) throw new AppError('STALE_REV')
    const total = usable(session) + change
    if (total < 1 || total > MOST_PLACES) throw new AppError('INVALID_INPUT', { field: 'capacity' })
    const task = await schedule(request.store, 'SETTLE', session._id, request.now + AFTER_CAUSE_MS)
    const resized = await (change > 0
      ? raise(request, one, segment, change)
      : lower(request, one, segment, -change))
    return complete(request, one, resized, task)
  },
}

/** The session says so first: what is cut off afterwards, the task completes. */
async function raise(
  request: StaffRequest,
  one: ManagedOne,
  segment: string,
  count: number,
): Promise<Session> {
  const session = await resize(request, one.session, raised(one.session, segment, count))
  if (!session) throw new AppError('STALE_REV')
  return session
}

/** The places first: only when enough were free does the session say so. What is cut off before, the task puts back. */
async function lower(
  request: StaffRequest,
  one: ManagedOne,
  segment: string,
  count: number,
): Promise<Session> {
  const { store, now } = request
  const { session, activity } = one
  await fitSession(store, session, activity, now)
  const pool = { ...session, pool: session._id, refId: activity._id }
  const withdrawn = await blockFree(store, pool, segment, count, now)
  if (!withdrawn) throw await refused(request, one, 'CAPACITY_BELOW_TAKEN')
  const smaller = await resize(request, session, cut(session, segment, count))
  if (!smaller) {
    await putBack(store, withdrawn)
    throw await refused(request, one, 'STALE_REV')
  }
  return smaller
}

/** What another try withdrew in this instant looked like the rest of one that was cut off: it is as that one says. */
async function refused(
  { store, now }: StaffRequest,
  { session: { _id }, activity }: ManagedOne,
  code: ErrorCode,
): Promise<AppError> {
  let session = await store.get('sessions', _id)
  for (let turn = 0; session && turn < TURNS; turn++) {
    await fitSession(store, session, activity, now)
    const { rev } = session
    session = await store.get('sessions', _id)
    // who changes it from here on fits its places afterwards
    if (session?.rev === rev) break
  }
  return new AppError(code)
}

async function complete(
  request: StaffRequest,
  { activity }: ManagedOne,
  session: Session,
  task: Setting | undefined,
): Promise<ManagedSession> {
  const { store, now } = request
  await fitSession(store, session, activity, now)
  if (task) await settleTask(store, task)
  return viewOf(request, session)
}

async function resize(
  { store, now }: StaffRequest,
  session: Session,
  size: Size,
): Promise<Session | undefined> {
  const { _id, rev, activityId } = session
  if (!(await store.change('sessions', { _id, rev, state: 'ON' }, { ...size, updatedAt: now })))
    return undefined
  forget(activityId, [_id])
  return { ...session, ...size, rev: rev + 1 }
}

async function viewOf({ store }: StaffRequest, session: Session): Promise<ManagedSession> {
  const [view] = await managedSessions(store, [session])
  if (!view) throw new Error(`${session._id} has no view`)
  return view
}

function capacityOf(session: Session, segment: string): number {
  if (session.segments.length === 0 && segment === '') return usable(session)
  const known = segmentTotals(session.segments).find(({ key }) => key === segment)
  if (!known) throw new AppError('INVALID_INPUT', { field: 'segment' })
  return known.capacity
}
