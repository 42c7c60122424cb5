import { array, maxLength, picklist, pipe, strictObject } from 'valibot'
import type { Action, StaffRequest } from '../../_kit/action'
import { AppError, tryAgain } from '../../_kit/errors'
import type { RoleGrant } from '../../../typings/api/account'
import type { Cap, Grant, Org, Role } from '../../../typings/documents'
import { grantItem } from './grant-item'
import { misfit, needsSecond, sameGift, stands } from './grant-rules'
import { localDay, orgId, personId } from '../input'
import { tellGrantee } from './tell-grant'

const ROLES: readonly Role[] = ['STAFF', 'LAWYER', 'MEDIATOR', 'CLERK', 'ADMIN']
const CAPS: readonly Cap[] = ['EDIT', 'APPROVE', 'ROLL', 'JOIN', 'CARE', 'CASE', 'FINANCE', 'REPORT']
const TURNS = 3

export const roleGrant: Action<'account', 'roleGrant'> = {
  input: strictObject({
    personId,
    role: picklist(ROLES),
    orgId,
    caps: pipe(array(picklist(CAPS)), maxLength(CAPS.length)),
    untilDate: localDay,
  }),

  async run(request, input) {
    const { store, now } = request
    if (input.personId === request.personId) throw new AppError('SELF_REVIEW')
    const [person, org] = await Promise.all([
      store.get('persons', input.personId),
      store.get('orgs', input.orgId),
    ])
    if (!person || !org) throw new AppError('NOT_FOUND')
    if (!org.open) throw new AppError('STATE_CHANGED')
    const field = misfit(input, org, now)
    if (field) throw new AppError('INVALID_INPUT', { field })
    const grant = await give(request, wanted(request, input, org))
    await tellGrantee(request, grant)
    return grantItem(grant, person, request)
  },
}

function wanted({ personId: byId, now }: StaffRequest, input: RoleGrant, org: Org): Grant {
  const { personId, role, orgId, caps, untilDate } = input
  return {
    _id: `gr_${personId}_${role}_${orgId}`,
    createdAt: now,
    updatedAt: now,
    rev: 1,
    personId,
    role,
    caps,
    orgId,
    orgName: org.name,
    orgPath: org.path,
    untilDate,
    state: needsSecond(input) ? 'PENDING' : 'ACTIVE',
    byId,
    confirmedBy: '',
    endedBy: '',
    reason: '',
  }
}

/** New, or anew in the place of one that is over. */
async function give({ store, now }: StaffRequest, grant: Grant): Promise<Grant> {
  const { _id, rev: _, createdAt: __, ...anew } = grant
  for (let turn = 0; turn < TURNS; turn++) {
    const old = await store.get('grants', _id)
    if (!old) {
      if (await store.insert('grants', grant)) return grant
    } else if (stands(old, now)) {
      if (sameGift(old, grant)) return old
      throw new AppError('GRANT_EXISTS')
    } else if (await store.change('grants', { _id, rev: old.rev }, anew))
      return { ...old, ...anew, rev: old.rev + 1 }
  }
  throw tryAgain()
}
