import { createHash } from 'node:crypto'
import { NEEDED } from '../../_kit/account'
import type { ErrorCode } from '../../../miniprogram/shared/errors'
import { agreements } from '../../../miniprogram/shared/agreements'
import type { Registration } from '../../../typings/api/account'
import type { Consent, ConsentPurpose } from '../../../typings/documents'

type Given = Registration['consents']

/** Every text that registering needs, each in the version that is in force. */
export function consentRefusal(given: Given): ErrorCode | undefined {
  const purposes = given.map(({ purpose }) => purpose)
  if (NEEDED.some(purpose => !purposes.includes(purpose))) return 'NEED_CONSENT'
  const stale = given.some(({ purpose, version }) => version !== agreements[purpose].version)
  return stale ? 'CONSENT_STALE' : undefined
}

/** The ledger rows of a registration: the first of each purpose, so their ids are known before they are written. */
export function consentRows(personId: string, now: number): Consent[] {
  return NEEDED.map(purpose => ({
    _id: `${personId}:${purpose}:1`,
    personId,
    purpose,
    textVersion: agreements[purpose].version,
    textHash: textHash(purpose),
    give: true,
    at: now,
    scene: 'register',
  }))
}

/** SHA-256 hex of what the person read: title and paragraphs, a line each. */
export function textHash(purpose: ConsentPurpose): string {
  const { title, paragraphs } = agreements[purpose]
  return createHash('sha256')
    .update([title, ...paragraphs].join('\n'), 'utf8')
    .digest('hex')
}
