import type { Request } from '../../_kit/action'
import type { GrantItem } from '../../../typings/api/account'
import type { Grant, Person } from '../../../typings/documents'
import { expired } from './grant-rules'
import { maskedOf } from '../self/me'

/** A grant as administrators see it. */
export function grantItem(
  grant: Grant,
  person: Person | undefined,
  { personId: me, now }: Request,
): GrantItem {
  const { _id: grantId, personId, role, caps, orgId, orgName, untilDate, state, byId, reason = '' } = grant
  return {
    grantId,
    personId,
    ...(person ? maskedOf(person) : { name: '', phone: '' }),
    role,
    caps,
    orgId,
    orgName,
    untilDate,
    state,
    expired: expired(grant, now),
    mine: byId === me,
    reason,
  }
}
