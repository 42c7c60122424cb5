import { maxLength, pipe, strictObject, string, trim } from 'valibot'
import type { Action, StaffRequest } from '../../_kit/action'
import { AppError, tryAgain } from '../../_kit/errors'
import type { Grant } from '../../../typings/documents'
import { grantItem } from './grant-item'
import { grantId } from '../input'
import { keepOneAdmin } from './last-admin'
import { tellGrantee, tellGranteeLater } from './tell-grant'

const TURNS = 3

export const roleRevoke: Action<'account', 'roleRevoke'> = {
  input: strictObject({ grantId, reason: pipe(string(), trim(), maxLength(200)) }),

  async run(request, { grantId, reason }) {
    if (reason === '') throw new AppError('REASON_REQUIRED')
    const grant = await ended(request, grantId, reason)
    await tellGrantee(request, grant)
    return grantItem(grant, await request.store.get('persons', grant.personId), request)
  },
}

async function ended(request: StaffRequest, grantId: string, reason: string): Promise<Grant> {
  const { store, personId: me, now } = request
  for (let turn = 0; turn < TURNS; turn++) {
    const grant = await store.get('grants', grantId)
    if (!grant) throw new AppError('NOT_FOUND')
    const { _id, rev, role, state, endedBy } = grant
    if (state === 'ENDED') {
      if (endedBy === me) return grant
      throw new AppError('STATE_CHANGED')
    }
    if (role === 'ADMIN' && state === 'ACTIVE') await keepOneAdmin(store, grant, now)
    const set = { state: 'ENDED' as const, endedBy: me, reason, updatedAt: now }
    const next = { ...grant, ...set, rev: rev + 1 }
    await tellGranteeLater(request, next)
    if (await store.change('grants', { _id, rev }, set)) return next
  }
  throw tryAgain()
}
