import { everHeld } from '../../../cloudfunctions/account/roles/grant-rules'
import type { Grant, Notice, Signup } from '../../../typings/documents'
import { everything } from '../../support/invariants'
import type { World } from '../world'

/** Grants and forgiven points of which their people were not told. */
export async function untold(world: World): Promise<string[]> {
  const [grants, rows, notices] = await Promise.all([
    everything<Grant>(world.cloud, 'grants'),
    everything<Signup>(world.cloud, 'signups'),
    everything<Notice>(world.cloud, 'notices'),
  ])
  const ids = notices.map(({ _id }) => _id)
  return [
    ...grants
      .filter(isNews)
      .map(({ personId, role, orgId, rev }) => `nt_${personId}_GRANT_${role}_${orgId}_${rev}`),
    ...rows
      .filter(({ waiveReason }) => waiveReason !== undefined)
      .map(({ _id, personId }) => `nt_${personId}_WAIVED_${_id.slice('su_'.length)}`),
  ].filter(id => !ids.includes(id))
}

/** Written by an administrator of these tests, not by the hand that arranged them. */
function isNews(grant: Grant): boolean {
  const { state, byId, confirmedBy = '', endedBy = '' } = grant
  if (state === 'ENDED') return endedBy !== '' && everHeld(grant)
  return state === 'ACTIVE' && (confirmedBy !== '' || byId.length > 'p_other'.length)
}
