import type { Request } from '../../_kit/action'
import { forgetGrants } from '../../_kit/grants'
import { tell } from '../../_kit/notices'
import type { Store } from '../../_kit/store'
import { AFTER_CAUSE_MS, schedule } from '../../_kit/tasks'
import { grantChanges } from '../../../miniprogram/shared/grant-words'
import { noticeTexts } from '../../../miniprogram/shared/notice-texts'
import type { Grant, Task } from '../../../typings/documents'
import { everHeld } from './grant-rules'

/** What waits, or never held, is not told. */
const isTold = (grant: Grant): boolean => grant.state !== 'PENDING' && everHeld(grant)

/** Before a grant is written as it is here: should the write be cut off, its person is told in a minute. */
export async function tellGranteeLater({ store, now }: Request, grant: Grant): Promise<void> {
  if (isTold(grant)) await schedule(store, 'GRANT', grant._id, now + AFTER_CAUSE_MS, String(grant.rev))
}

/** After it was written: tells its person what they may do now, or no longer. */
export async function tellGrantee(
  { store, now }: Pick<Request, 'store' | 'now'>,
  grant: Grant,
): Promise<void> {
  const { personId, role, orgId, rev, state, reason = '' } = grant
  forgetGrants(personId)
  if (!isTold(grant)) return
  const change = state === 'ACTIVE' ? grantChanges.given(grant) : grantChanges.ended(grant, reason)
  const text = noticeTexts.GRANT({ change })
  await tell(store, [{ personId, trigger: 'GRANT', ref: `${role}_${orgId}_${rev}`, text, page: '' }], now)
}

/** What a write that was cut off did not tell any more; nothing when it was never written. */
export async function tellUntold(store: Store, { refId, text }: Task, now: number): Promise<void> {
  const grant = await store.get('grants', refId)
  const rev = Number(text)
  // a new name of its organisation counts `rev` up as well: it is told under the one it was written with
  if (grant && grant.rev >= rev) await tellGrantee({ store, now }, { ...grant, rev })
}
