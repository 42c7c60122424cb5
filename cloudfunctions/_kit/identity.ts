import { base32 } from './base32'
import type { Secrets } from './keys'
import { hmac } from './keys'

/** Who a WeChat identity is here: 130 bits of a keyed hash, so that nothing is stored or read to know it. */
export function personIdOf(appId: string, openid: string, { pepper }: Secrets): string {
  return `p_${base32(hmac(pepper, `${appId}\n${openid}`), 26)}`
}

/** The profile of this person as a volunteer lawyer. */
export const lawyerIdOf = (personId: string): string => `lw_${personId}`
