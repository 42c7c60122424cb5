import type { Secrets } from '../../_kit/keys'
import { hmac, secrets } from '../../_kit/keys'
import type { Opponent } from '../../../typings/api/legal'
import { gramsOf } from './grams'
import { isPersonal, normalCode, normalName } from './normal-name'

/** By what a party is found: keyed, so that the database tells no name. */
export interface PartyKeys {
  nameHash: string
  /** '' without a code. */
  usccHash: string
  grams: string[]
  /** Those of the two hashes that prove who it is; a personal name proves nothing. */
  proof: string[]
}

export function partyKeys({ name, uscc = '' }: Opponent, { pepper }: Secrets = secrets()): PartyKeys {
  const key = hmac(pepper, 'parties')
  const hash = (kind: string, text: string) => hmac(key, `${kind}|${text}`).toString('base64url')
  const personal = isPersonal(name)
  const nameHash = hash(personal ? 'person' : 'name', normalName(name))
  const usccHash = uscc === '' ? '' : hash('uscc', normalCode(uscc))
  return {
    nameHash,
    usccHash,
    grams: gramsOf(normalName(name), key),
    proof: [...(personal ? [] : [nameHash]), ...(usccHash === '' ? [] : [usccHash])],
  }
}
