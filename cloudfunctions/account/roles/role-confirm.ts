import { boolean, strictObject } from 'valibot'
import type { Action, StaffRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import type { Grant } from '../../../typings/documents'
import { grantItem } from './grant-item'
import { expired } from './grant-rules'
import { grantId } from '../input'
import { tellGrantee } from './tell-grant'

export const roleConfirm: Action<'account', 'roleConfirm'> = {
  input: strictObject({ grantId, agree: boolean() }),

  async run(request, { grantId, agree }) {
    const { store } = request
    const grant = await answered(request, grantId, agree)
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
  const set = agree
    ? { state: 'ACTIVE' as const, confirmedBy: me, updatedAt: now }
    : { state: 'ENDED' as const, endedBy: me, updatedAt: now }
  if (await store.change('grants', { _id, rev }, set)) return { ...grant, ...set, rev: rev + 1 }
  const other = await store.get('grants', grantId)
  if (!other || !sameAnswer(other, me, agree)) throw new AppError('STATE_CHANGED')
  return other
}

/** A second tap, or a retry. */
const sameAnswer = ({ state, confirmedBy, endedBy }: Grant, me: string, agree: boolean): boolean =>
  agree ? state === 'ACTIVE' && confirmedBy === me : state === 'ENDED' && endedBy === me
