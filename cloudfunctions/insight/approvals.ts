import { optional, strictObject } from 'valibot'
import { maskName } from '../../miniprogram/shared/mask'
import { proposedLines } from '../../miniprogram/shared/approval-words'
import type { ApprovalItem, OwnApproval } from '../../typings/api/insight'
import type { Page } from '../../typings/contract'
import type { Activity, Approval, Session } from '../../typings/documents'
import type { Action, StaffRequest } from '../_kit/action'
import { open } from '../_kit/crypto'
import type { Mark } from '../_kit/cursor'
import { readCursor, writeCursor } from '../_kit/cursor'
import { secrets } from '../_kit/keys'
import { fitting } from '../_kit/page-size'
import type { Store } from '../_kit/store'
import { nameOwner } from '../account/self/me'
import { cursor } from '../activity/input'
import { isCurrent } from '../activity/manage/approval'
import { draftOf } from '../activity/manage/draft'
import { awaits } from './awaits'
import { pendingWithin } from './pending'
import { within } from './within'

/** Approvals of one read: the sessions of so many activities fit into one answer of the cloud. */
const READ = 20
const PAGE = 20
const MOST_OWN = 20
const MOST_SESSIONS = 1000
/** Of the 30 KB of one answer. */
const WAITING_BYTES = 19_000
const OWN_BYTES = 9_000

export const approvals: Action<'insight', 'approvals'> = {
  input: strictObject({ cursor: optional(cursor) }),

  async run(request, { cursor }) {
    const mark = cursor === undefined ? undefined : readCursor(cursor)
    const [waiting, mine] = await Promise.all([waitingPage(request, mark), mark ? [] : ownOf(request)])
    return { ...waiting, mine }
  },
}

async function waitingPage(request: StaffRequest, mark: Mark | undefined): Promise<Page<ApprovalItem>> {
  const found: ApprovalItem[] = []
  for (let after = mark; ;) {
    const pending = await pendingWithin(request, READ, after)
    const about = await aboutThem(request.store, pending)
    const waiting = pending.filter(approval => {
      const activity = about.activity(approval)
      return isCurrent(approval, activity) && awaits(approval, activity, request)
    })
    found.push(...waiting.map(approval => itemOf(approval, about)))
    const last = pending.at(-1)
    if (!last || pending.length < READ || found.length > PAGE) break
    after = { at: last.createdAt, id: last._id }
  }
  const items = fitting(found, PAGE, WAITING_BYTES)
  const last = items.at(-1)
  return last && items.length < found.length
    ? { items, next: writeCursor({ at: last.at, id: last.approvalId }) }
    : { items }
}

/** The latest first. */
async function ownOf({ store, personId, scope }: StaffRequest): Promise<OwnApproval[]> {
  const own = await store.find('approvals', {
    where: { proposerId: personId, $or: within(scope.paths) },
    orderBy: { createdAt: -1 },
    limit: MOST_OWN,
  })
  return fitting(own.map(bareOf), MOST_OWN, OWN_BYTES)
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
  const { proposerId, proposerName } = approval
  const activity = about.activity(approval)
  return {
    ...bareOf(approval),
    proposer: maskName(open(proposerName, nameOwner(proposerId), secrets())),
    lines: activity ? linesOf(activity, about.sessions(activity)) : [],
  }
}

function bareOf({
  _id: approvalId,
  refId: activityId,
  title,
  orgName,
  amountFen,
  createdAt: at,
  state,
  reason = '',
}: Approval): OwnApproval {
  return { approvalId, activityId, title, orgName, amountFen, at, state, reason }
}

function linesOf(activity: Activity, sessions: readonly Session[]) {
  const published = activity.state !== 'DRAFT' && activity.state !== 'REVIEWING'
  const inForce = published ? draftOf({ ...activity, draft: null }, sessions) : undefined
  return proposedLines(draftOf(activity, sessions), inForce)
}
