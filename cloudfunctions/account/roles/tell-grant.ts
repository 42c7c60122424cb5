import type { Request } from '../../_kit/action'
import { forgetGrants } from '../../_kit/grants'
import { tell } from '../../_kit/notices'
import { grantChanges } from '../../../miniprogram/shared/grant-words'
import { noticeTexts } from '../../../miniprogram/shared/notice-texts'
import type { Grant } from '../../../typings/documents'
import { everHeld } from './grant-rules'

/** After a write to a grant: tells its person what they may do now, or no longer. What waits, or never held, is not told. */
export async function tellGrantee({ store, now }: Request, grant: Grant): Promise<void> {
  const { personId, role, orgId, rev, state, reason = '' } = grant
  forgetGrants(personId)
  if (state === 'PENDING' || !everHeld(grant)) return
  const change = state === 'ACTIVE' ? grantChanges.given(grant) : grantChanges.ended(grant, reason)
  const text = noticeTexts.GRANT({ change })
  await tell(store, [{ personId, trigger: 'GRANT', ref: `${role}_${orgId}_${rev}`, text, page: '' }], now)
}
