import { agreements } from '../../../miniprogram/shared/agreements'
import { forgetAccount, loadAccount } from '../../_kit/account'
import type { PersonRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import type { Person } from '../../../typings/documents'

/** The caller, who agreed to what legal help needs; throws NEED_CONSENT or CONSENT_STALE. */
export async function consenting(request: PersonRequest): Promise<Person> {
  if (refusalOf(request.me) === undefined) return request.me
  // they may have agreed a second ago, and this instance remembers the account from before
  forgetAccount(request.personId)
  const me = await loadAccount(request)
  const refusal = refusalOf(me)
  if (refusal) throw new AppError(refusal)
  return me
}

function refusalOf({ consents: { LEGAL_SENSITIVE: agreed } }: Person) {
  if (agreed === undefined) return 'NEED_CONSENT'
  return agreed === agreements.LEGAL_SENSITIVE.version ? undefined : 'CONSENT_STALE'
}
