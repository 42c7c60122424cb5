import { roleLabels } from '../../miniprogram/shared/labels'
import type { DeskTodo, TodoKind } from '../../typings/api/insight'
import type { Appointment, Approval, Grant } from '../../typings/documents'
import type { StaffRequest } from '../_kit/action'
import { awaits } from './awaits'
import type { InHand } from './in-hand'
import type { NearSession } from './near-sessions'

/** What was read for a desk. */
export interface Found {
  activities: readonly InHand[]
  /** What waits for a second person, the oldest first. */
  pending: readonly Approval[]
  near: readonly NearSession[]
  /** Grants that wait for a second administrator; none for who is not one. */
  grants: readonly Grant[]
  /** Appointments that wait for another lawyer, the earliest first. */
  appointments: readonly Pick<Appointment, 'serviceName' | 'startAt'>[]
}

/** One thing that waits. */
type Thing = Pick<DeskTodo, 'line' | 'at'> & { count?: number }

/** What waits for the caller, one entry a kind: first what holds people up, last what can wait. */
export function todosOf(request: StaffRequest, found: Found): DeskTodo[] {
  const { personId, scope, now } = request
  const { activities, pending, near, grants, appointments } = found
  const editorsOf = (approval: Approval) => activities.find(({ _id }) => _id === approval.refId)
  const mine = pending.filter(approval => awaits(approval, editorsOf(approval), request))
  const decidable = new Set(mine.map(({ refId }) => refId))
  const written = activities.filter(({ hasDraft, orgPath }) => hasDraft && scope.may('EDIT', orgPath))
  const returned = ({ draftState, editorIds }: InHand) =>
    draftState === 'RETURNED' && editorIds.includes(personId)
  const kinds: [TodoKind, Thing[]][] = [
    [
      'PENDING',
      near.filter(one => one.pending > 0 && scope.may('ROLL', one.activity.orgPath)).map(pendingOf),
    ],
    [
      'UNFINISHED',
      near
        .filter(({ session, activity: { orgPath } }) => {
          return session.endAt <= now && (scope.may('ROLL', orgPath) || scope.may('EDIT', orgPath))
        })
        .map(({ session, activity }) => ({ line: activity.title, at: session.endAt })),
    ],
    ['LEGAL', appointments.map(({ serviceName, startAt }) => ({ line: serviceName, at: startAt }))],
    ['APPROVAL', mine.map(({ title, createdAt }) => ({ line: title, at: createdAt }))],
    ['GRANT', grants.filter(grant => !ownGrant(grant, personId)).map(grantOf)],
    ['RETURNED', written.filter(returned).map(savedOf)],
    [
      'REVIEWING',
      written.filter(({ _id, draftState }) => draftState === 'REVIEWING' && !decidable.has(_id)).map(savedOf),
    ],
    ['DRAFT', written.filter(one => one.draftState !== 'REVIEWING' && !returned(one)).map(savedOf)],
  ]
  return kinds.flatMap(([kind, things]) => {
    const [first] = things
    if (!first) return []
    const count = things.reduce((sum, thing) => sum + (thing.count ?? 1), 0)
    return [{ kind, count, line: first.line, at: first.at }]
  })
}

const pendingOf = ({ session, activity, pending }: NearSession): Thing => ({
  line: activity.title,
  at: session.endAt,
  count: pending,
})

const savedOf = ({ title, updatedAt }: InHand): Thing => ({ line: title, at: updatedAt })

const grantOf = ({ orgName, role, createdAt }: Grant): Thing => ({
  line: `${orgName}　${roleLabels[role]}`,
  at: createdAt,
})

const ownGrant = ({ byId, personId }: Grant, me: string): boolean => byId === me || personId === me
