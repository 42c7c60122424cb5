import { AppError } from './errors'
import { purgeLater } from './purge-later'
import type { Store } from './store'

const MINUTE = 60_000

/**
 * Counts one try under `key`; throws RATE_LIMITED when `most` were made within this minute. Each try is the insert of
 * its number: exact, whatever runs at once.
 */
export async function limitTries(store: Store, key: string, now: number, most: number): Promise<void> {
  await purgeLater(store, now)
  const minute = Math.floor(now / MINUTE)
  const ids = Array.from({ length: most }, (_, n) => `${key}:${minute}:${n}`)
  const made = await store.find('tries', { where: { _id: { $in: ids } }, fields: ['_id'], limit: most })
  const used = new Set(made.map(({ _id }) => _id))
  for (const _id of ids) if (!used.has(_id) && (await store.insert('tries', { _id, at: now }))) return
  throw new AppError('RATE_LIMITED', { retryAfterMs: (minute + 1) * MINUTE - now })
}
