import { boolean, strictObject } from 'valibot'
import type { Action, StaffRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import type { Grant } from '../../../typings/documents'
import { grantItem } from './grant-item'
import { expired } from './grant-rules'
import { grantId } from '../input'
import { tellGrantee, tellGranteeLater } from './tell-grant'

const MOST_HELD = 10

export const roleConfirm: Action<'account', 'roleConfirm'> = {
  input: strictObject({ grantId, agree: boolean() }),

  async run(request, { grantId, agree }) {
    const { store } = request
    const grant = await answered(request, grantId, agree)
    if (agree && grant.role === 'ADMIN') await endRenewed(request, grant)
    await tellGrantee(request, grant)
    return grantItem(grant, await store.get('persons', grant.personId), request)
  },
}

async function answered(request: StaffRequest, grantId: string, agree: boolean): Promise<Grant> {
  const { store, personId: me, now } = request
  const grant = await store.get('grants', grantId)
  if (!grant) throw new AppError('NOT_FOUND')
  const { _id, rev, state, byId, personId } = grant
  if (byId === me || personId === me) throw new AppError('SELF_REVIEW')
  if (sameAnswer(grant, me, agree)) return grant
  if (state !== 'PENDING' || (agree && expired(grant, now))) throw new AppError('STATE_CHANGED')
  if (agree && byId === personId) await checkStillAdmin(request, grant)
  const set = agree
    ? { state: 'ACTIVE' as const, confirmedBy: me, updatedAt: now }
    : { state: 'ENDED' as const, endedBy: me, updatedAt: now }
  const next = { ...grant, ...set, rev: rev + 1 }
  await tellGranteeLater(request, next)
  if (await store.change('grants', { _id, rev }, set)) return next
  const other = await store.get('grants', grantId)
  if (!other || !sameAnswer(other, me, agree)) throw new AppError('STATE_CHANGED')
  return other
}

/** What it renews: whoever is ended later is ended by one word. The new one is in force before. */
async function endRenewed(
  { store, personId: endedBy, now }: StaffRequest,
  { _id, personId }: Grant,
): Promise<void> {
  const where = { _id: { $ne: _id }, personId, role: 'ADMIN' as const, state: 'ACTIVE' as const }
  await store.changeAll('grants', where, { state: 'ENDED', endedBy, updatedAt: now })
}

/** Who asked to go on administering must still do so. */
async function checkStillAdmin({ store, now }: StaffRequest, { personId }: Grant): Promise<void> {
  const where = { personId, role: 'ADMIN' as const, state: 'ACTIVE' as const }
  const held = await store.find('grants', { where, limit: MOST_HELD })
  if (held.every(one => expired(one, now))) throw new AppError('STATE_CHANGED')
}

/** A second tap, or a retry. */
const sameAnswer = ({ state, confirmedBy, endedBy }: Grant, me: string, agree: boolean): boolean =>
  agree ? state === 'ACTIVE' && confirmedBy === me : state === 'ENDED' && endedBy === me
