import { strictObject } from 'valibot'
import type { Desk } from '../../typings/api/insight'
import type { Grant } from '../../typings/documents'
import type { Action, StaffRequest } from '../_kit/action'
import { grantsOf } from '../_kit/grants'
import { expired } from '../account/roles/grant-rules'
import { maskedOf } from '../account/self/me'
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
    const [me, activities, pending, grants] = await Promise.all([
      store.get('persons', personId),
      activitiesInHand(request),
      scope.grants.some(({ caps }) => caps.includes('APPROVE')) ? pendingWithin(request, MOST_PENDING) : [],
      grantsToConfirm(request),
    ])
    const near = await nearSessions(request, activities)
    const todos = todosOf(request, { activities, pending, near, grants })
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
