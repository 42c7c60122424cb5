import type { ConsentPurpose, Person } from '../../typings/documents'
import { InstanceCache } from './cache'
import { AppError } from './errors'
import type { Request } from './action'

/** Without these nobody is registered. */
export const NEEDED: readonly ConsentPurpose[] = ['PROFILE', 'PHONE']

const accounts = new InstanceCache<Person>(2000)

/** The caller's account; throws NEED_REGISTER or NEED_CONSENT. */
export async function loadAccount({ personId, store, now }: Request): Promise<Person> {
  const me = await accounts.get(personId, now, () => store.get('persons', personId))
  if (!me) throw new AppError('NEED_REGISTER')
  if (NEEDED.some(purpose => me.consents[purpose] === undefined)) throw new AppError('NEED_CONSENT')
  return me
}

/** After a write to the account. */
export function forgetAccount(personId: string): void {
  accounts.forget(personId)
}
