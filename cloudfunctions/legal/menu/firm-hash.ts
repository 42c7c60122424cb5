import type { Secrets } from '../../_kit/keys'
import { hmac, secrets } from '../../_kit/keys'
import { normalName } from '../gate/normal-name'

/** The same for a firm however its name is spelled: who shares it shares conflicts. */
export function firmHash(firm: string, { pepper }: Secrets = secrets()): string {
  return hmac(pepper, `firm\n${normalName(firm)}`).toString('base64url')
}
