import { base32 } from '../../_kit/base32'
import { sameText } from '../../_kit/crypto'
import type { Secrets } from '../../_kit/keys'
import { hmac } from '../../_kit/keys'

/** A deployment has two first administrators: what one gives, the other confirms. */
export const SLOTS = [1, 2] as const
const LENGTH = 20

/** 100 bits that only who holds the deployment's pepper can work out. */
export function firstCode(slot: number, { pepper }: Pick<Secrets, 'pepper'>): string {
  return base32(hmac(pepper, `first administrator\n${slot}`), LENGTH)
}

/** Which of the codes this is. */
export function slotOf(code: string, secrets: Secrets): number | undefined {
  return SLOTS.find(slot => sameText(code, firstCode(slot, secrets)))
}
