import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Sealed } from '../../typings/documents'
import type { Secrets } from './keys'
import { hmac, keyRing, sealingKey } from './keys'

/** AES-256-GCM. `owner` is bound to the text: an envelope moved to another person or field does not open. */
export function seal(text: string, owner: string, secrets: Secrets): Sealed {
  const { kid, bytes } = sealingKey(secrets)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', bytes, iv).setAAD(Buffer.from(owner))
  const ct = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return {
    kid,
    iv: iv.toString('base64'),
    ct: ct.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  }
}

/** Throws when the key is unknown, the owner another, or anything was altered. */
export function open(sealed: Sealed, owner: string, secrets: Secrets): string {
  const key = keyRing(secrets).find(({ kid }) => kid === sealed.kid)
  if (!key) throw new Error(`no key ${sealed.kid}`)
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, Buffer.from(sealed.iv, 'base64'))
    .setAAD(Buffer.from(owner))
    .setAuthTag(Buffer.from(sealed.tag, 'base64'))
  return Buffer.concat([decipher.update(Buffer.from(sealed.ct, 'base64')), decipher.final()]).toString('utf8')
}

/** Finds a phone number without storing it readable. */
export function phoneHash(phone: string, { pepper }: Secrets): string {
  return hmac(pepper, `phone\n${phone}`).toString('base64url')
}

/** Key of one place and one holding of it: a new holding has a new `rid`, so that codes of an earlier one die. Hex. */
export function placeKey(
  place: { pool: string; no: number; holder: string; rid: string },
  secrets: Secrets,
): string {
  const codes = hmac(sealingKey(secrets).bytes, 'place codes')
  return hmac(codes, `${place.pool}|${place.no}|${place.holder}|${place.rid}`).toString('hex')
}

/** Key of the code that hangs in the hall of one session. Hex. */
export function venueKeyOf(sessionId: string, secrets: Secrets): string {
  return hmac(hmac(sealingKey(secrets).bytes, 'venue codes'), sessionId).toString('hex')
}

/** Compares what somebody sent with what is right, in a time that tells nothing. */
export function sameText(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}
