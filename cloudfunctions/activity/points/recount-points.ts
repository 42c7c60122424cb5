import { loadSettings } from '../../_kit/settings'
import type { Store } from '../../_kit/store'
import { recountSuspension } from './recount-suspension'

const DAY_MS = 24 * 3600_000
const MOST_ROWS = 1000

/** Counts a person's points anew, with what follows from them; answers how many count now. */
export async function recountPoints(store: Store, personId: string, now: number): Promise<number> {
  await recountSuspension(store, personId, now)
  const settings = await loadSettings(store, now)
  const since = now - settings['strike.windowDays'] * DAY_MS
  const rows = await store.find('signups', {
    where: { personId, endedAt: { $gt: since } },
    orderBy: { endedAt: -1 },
    fields: ['points'],
    limit: MOST_ROWS,
  })
  return rows.reduce((sum, { points }) => sum + points, 0)
}
