import { AppError } from './errors'
import { purgeLater } from './purge-later'
import type { Store } from './store'

const MINUTE_MS = 60_000
export const DAY_MS = 24 * 60 * MINUTE_MS
/** Days begin at midnight in Shanghai. */
const OFFSET_MS = 8 * 60 * MINUTE_MS

/**
 * Counts one try under `key`; throws RATE_LIMITED when `most` were made within this minute, or this window. Each try is the
 * insert of its number: exact, whatever runs at once. The first one costs one call.
 */
export async function limitTries(
  store: Store,
  key: string,
  now: number,
  most: number,
  windowMs = MINUTE_MS,
): Promise<void> {
  await purgeLater(store, now)
  const window = Math.floor((now + OFFSET_MS) / windowMs)
  const [first = '', ...rest] = Array.from({ length: most }, (_, n) => `${key}:${window}:${n}`)
  if (await store.insert('tries', { _id: first, at: now })) return
  const made = await store.find('tries', { where: { _id: { $in: rest } }, fields: ['_id'], limit: most })
  const used = new Set(made.map(({ _id }) => _id))
  for (const _id of rest) if (!used.has(_id) && (await store.insert('tries', { _id, at: now }))) return
  throw new AppError('RATE_LIMITED', { retryAfterMs: (window + 1) * windowMs - OFFSET_MS - now })
}
