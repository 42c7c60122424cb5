import { localDate } from '../../../miniprogram/shared/time'
import type { Store } from '../../_kit/store'

const MOST_GRANTS = 1000
const MOST_TOLD = 50

/** People who coordinate legal help over this organisation today. */
export async function caseStaff(store: Store, orgPath: string, now: number): Promise<string[]> {
  const grants = await store.find('grants', {
    where: { role: 'STAFF', state: 'ACTIVE', untilDate: { $gte: localDate(now) } },
    fields: ['personId', 'caps', 'orgPath'],
    limit: MOST_GRANTS,
  })
  const able = grants.filter(grant => grant.caps.includes('CASE') && orgPath.startsWith(grant.orgPath))
  return [...new Set(able.map(({ personId }) => personId))].slice(0, MOST_TOLD)
}
