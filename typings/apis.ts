import type { AccountApi } from './api/account'
import type { ActivityApi } from './api/activity'
import type { InsightApi } from './api/insight'
import type { LegalApi } from './api/legal'

/** Function name → its actions, as pages call them. `jobs` has none: only the timer calls it. */
export interface Apis {
  account: AccountApi
  activity: ActivityApi
  insight: InsightApi
  legal: LegalApi
}
