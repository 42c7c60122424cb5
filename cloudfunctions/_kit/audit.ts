import type { Request, Subject } from './action'
import { phoneHash } from './crypto'
import { ulid } from './ids'
import { secrets } from './keys'

/** Fields of an input that name the object an entry is about, the most telling first. */
const REFERENCES = [
  'approvalId',
  'grantId',
  'exportId',
  'appointmentId',
  'swapId',
  'lawyerId',
  'rid',
  'sessionId',
  'activityId',
  'personId',
  'orgId',
  'key',
  'packId',
  'id',
]

/**
 * Writes who is about to do what. Before it is done: what was cut off afterwards leaves an entry too many, never one too
 * few. No personal values: ids, and a phone number by its keyed hash.
 */
export async function audit(
  { store, personId, now }: Request,
  action: string,
  input: unknown,
  subject: Subject | undefined,
): Promise<void> {
  const values = input as Record<string, unknown>
  const named = REFERENCES.map(name => values[name]).find(value => typeof value === 'string')
  const searched = typeof values['phone'] === 'string' ? phoneHash(values['phone'], secrets()) : ''
  const orgPath = subject?.orgPath ?? ''
  await store.insert('audit_pending', {
    _id: `ap_${ulid(now)}`,
    at: now,
    actorId: personId,
    action,
    refId: named ?? searched,
    orgPath,
  })
}
