import { strictObject } from 'valibot'
import type { Desk } from '../../typings/api/insight'
import type { Grant } from '../../typings/documents'
import type { Action, StaffRequest } from '../_kit/action'
import { grantsOf, Scope, staffGrants } from '../_kit/grants'
import { expired } from '../account/roles/grant-rules'
import { maskedOf } from '../account/self/me'
import { awaiting } from '../legal/cases/awaiting'
import type { CaseRow } from '../legal/cases/case-row'
import { codeTimes } from '../activity/roll/roll-times'
import { activitiesInHand } from './in-hand'
import type { NearSession } from './near-sessions'
import { nearSessions } from './near-sessions'
import { pendingWithin } from './pending'
import { todosOf } from './todos'

const MOST_GRANTS = 100
const MOST_PENDING = 50

export const desk: Action<'insight', 'desk'> = {
  input: strictObject({}),

  async run(request) {
    const { store, personId, scope, now } = request
    const [me, activities, pending, grants, appointments] = await Promise.all([
      store.get('persons', personId),
      activitiesInHand(request),
      scope.grants.some(({ caps }) => caps.includes('APPROVE')) ? pendingWithin(request, MOST_PENDING) : [],
      grantsToConfirm(request),
      appointmentsToMove(request),
    ])
    const near = await nearSessions(request, activities)
    const todos = todosOf(request, { activities, pending, near, grants, appointments })
    const today = near.filter(
      ({ session, activity }) =>
        scope.may('ROLL', activity.orgPath) && now < codeTimes(activity.kind, session).to,
    )
    return {
      orgName: scope.grants[0]?.orgName ?? '',
      name: me ? maskedOf(me).name : '',
      todos,
      today: today.map(shown),
    }
  },
}

function shown({ session, activity, held, attended }: NearSession): Desk['today'][number] {
  const { _id: sessionId, startAt, endAt } = session
  return { sessionId, title: activity.title, startAt, endAt, held, attended }
}

async function appointmentsToMove({ store, scope, now }: StaffRequest): Promise<CaseRow[]> {
  const { paths } = new Scope(staffGrants(scope.grants, ['CASE']))
  if (paths.length === 0) return []
  return awaiting(store, paths, now)
}

/** What waits for a second administrator, when the caller is one besides. */
async function grantsToConfirm({ store, personId, now }: StaffRequest): Promise<Grant[]> {
  const held = await grantsOf(store, personId, now)
  if (!held.some(({ role }) => role === 'ADMIN')) return []
  const pending = await store.find('grants', {
    where: { state: 'PENDING' },
    orderBy: { createdAt: 1 },
    limit: MOST_GRANTS,
  })
  return pending.filter(grant => !expired(grant, now))
}
