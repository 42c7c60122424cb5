import { localDate } from '../../../miniprogram/shared/time'
import type { Grant } from '../../../typings/documents'
import type { World } from '../world'
import { personId } from '../world'

const DAY = 24 * 3600_000

/** An administrator in force. */
export async function makeAdmin(
  world: World,
  openid: string,
  fields: Partial<Grant> = {},
): Promise<{ personId: string; grantId: string }> {
  const id = personId(openid)
  const grantId = `gr_${id}_ADMIN_org_R`
  await world.people([openid])
  await world.grant(openid, [], 'org_R', { _id: grantId, role: 'ADMIN', ...fields })
  return { personId: id, grantId }
}

/** Local date so many days from the world's beginning. */
export const dayIn = ({ now }: World, days: number) => localDate(now + days * DAY)
