import { strictObject } from 'valibot'
import { maskName } from '../../miniprogram/shared/mask'
import { proposedLines } from '../../miniprogram/shared/approval-words'
import type { ApprovalItem } from '../../typings/api/insight'
import type { Activity, Approval, Session } from '../../typings/documents'
import type { Action, StaffRequest } from '../_kit/action'
import { open } from '../_kit/crypto'
import { secrets } from '../_kit/keys'
import type { Store } from '../_kit/store'
import { nameOwner } from '../account/self/me'
import { isCurrent } from '../activity/manage/approval'
import { draftOf } from '../activity/manage/draft'
import { awaits } from './awaits'
import { within } from './within'

const MOST_WAITING = 50
const MOST_OWN = 20
const MOST_SESSIONS = 1000

export const approvals: Action<'insight', 'approvals'> = {
  input: strictObject({}),

  async run(request) {
    const { store, personId, scope } = request
    const [pending, own] = await Promise.all([
      pendingWithin(request),
      store.find('approvals', {
        where: { proposerId: personId, $or: within(scope.paths) },
        orderBy: { createdAt: -1 },
        limit: MOST_OWN,
      }),
    ])
    const about = await aboutThem(store, [...pending, ...own])
    const waiting = pending.filter(approval => {
      const activity = about.activity(approval)
      return isCurrent(approval, activity) && awaits(approval, activity, request)
    })
    return {
      waiting: waiting.map(approval => itemOf(approval, about)),
      mine: own.map(approval => itemOf(approval, about)),
    }
  },
}

/** Everything that waits in the caller's organisations, the oldest first. */
export function pendingWithin({ store, scope }: StaffRequest): Promise<Approval[]> {
  return store.find('approvals', {
    where: { state: 'PENDING', $or: within(scope.paths) },
    orderBy: { createdAt: 1 },
    limit: MOST_WAITING,
  })
}

interface About {
  activity(approval: Approval): Activity | undefined
  sessions(activity: Activity): Session[]
}

/** The activities that are proposed, and the sessions that are in force, in two reads. */
async function aboutThem(store: Store, all: readonly Approval[]): Promise<About> {
  const ids = [...new Set(all.map(({ refId }) => refId))]
  if (ids.length === 0) return { activity: () => undefined, sessions: () => [] }
  const [activities, sessions] = await Promise.all([
    store.find('activities', { where: { _id: { $in: ids } }, limit: ids.length }),
    store.find('sessions', {
      where: { activityId: { $in: ids } },
      orderBy: { startAt: 1 },
      limit: MOST_SESSIONS,
    }),
  ])
  return {
    activity: ({ refId }) => activities.find(({ _id }) => _id === refId),
    sessions: ({ _id }) => sessions.filter(({ activityId }) => activityId === _id),
  }
}

function itemOf(approval: Approval, about: About): ApprovalItem {
  const { _id: approvalId, refId: activityId, title, orgName, amountFen, state } = approval
  const activity = about.activity(approval)
  return {
    approvalId,
    activityId,
    title,
    orgName,
    amountFen,
    proposer: maskName(open(approval.proposerName, nameOwner(approval.proposerId), secrets())),
    at: approval.createdAt,
    state,
    reason: approval.reason ?? '',
    lines: activity ? linesOf(approval, activity, about.sessions(activity)) : [],
  }
}

/** Only while it waits: what was decided on may have been written anew since. */
function linesOf(approval: Approval, activity: Activity, sessions: readonly Session[]) {
  if (approval.state !== 'PENDING' || !isCurrent(approval, activity)) return []
  const published = activity.state !== 'DRAFT' && activity.state !== 'REVIEWING'
  const inForce = published ? draftOf({ ...activity, draft: null }, sessions) : undefined
  return proposedLines(draftOf(activity, sessions), inForce)
}
