import { array, maxLength, picklist, pipe, strictObject } from 'valibot'
import type { Action, StaffRequest } from '../../_kit/action'
import { AppError, tryAgain } from '../../_kit/errors'
import type { Store } from '../../_kit/store'
import type { RoleGrant } from '../../../typings/api/account'
import type { Cap, Grant, Org, Role } from '../../../typings/documents'
import { grantItem } from './grant-item'
import { misfit, needsSecond, sameGift, stands } from './grant-rules'
import { localDay, orgId, personId } from '../input'
import { tellGrantee, tellGranteeLater } from './tell-grant'

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
    // who administers may ask to go on doing so: another one confirms it
    if (input.personId === request.personId && input.role !== 'ADMIN') throw new AppError('SELF_REVIEW')
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

/** New, or anew in the place of one that is over; a renewal beside the one that is renewed. */
async function give(request: StaffRequest, grant: Grant): Promise<Grant> {
  const { store, now } = request
  const ids = slotsOf(grant)
  for (let turn = 0; turn < TURNS; turn++) {
    const there = await store.find('grants', { where: { _id: { $in: ids } }, limit: ids.length })
    const standing = there.filter(one => stands(one, now))
    const same = standing.find(one => sameGift(one, grant))
    if (same) return same
    const free = ids.find(id => standing.every(({ _id }) => _id !== id))
    if (free === undefined || standing.some(({ state }) => state === 'PENDING'))
      throw new AppError('GRANT_EXISTS')
    const old = there.find(({ _id }) => _id === free)
    const given = { ...grant, ...(old && { createdAt: old.createdAt, rev: old.rev + 1 }), _id: free }
    await tellGranteeLater(request, given)
    if (await (old ? replaced(store, old, given) : store.insert('grants', given))) return given
  }
  throw tryAgain()
}

/** Who administers must be able to go on without a gap, also where there are only two: a second grant lies ready. */
const slotsOf = ({ _id, role }: Grant): string[] => (role === 'ADMIN' ? [_id, `${_id}_next`] : [_id])

function replaced(store: Store, { _id, rev: before }: Grant, grant: Grant): Promise<boolean> {
  const { _id: _, rev: __, createdAt: ___, ...anew } = grant
  return store.change('grants', { _id, rev: before }, anew)
}
