import { AppError } from '../../_kit/errors'
import type { Store } from '../../_kit/store'
import { AFTER_CAUSE_MS, schedule } from '../../_kit/tasks'
import type { Rota } from '../../../typings/documents'

interface Change {
  /** The rota's revision that the caller has seen. */
  rev: number
  /** Does the rota say so already? */
  done(rota: Rota): boolean
  /** What it shall say; throws to refuse. */
  next(rota: Rota): Pick<Rota, 'rules'> | Pick<Rota, 'leaves'>
}

/**
 * Writes one change under the rota's revision, so that of two that would overlap one is refused (STALE_REV). A second tap,
 * or a retry, writes nothing. The slots that follow from it are made by the task SLOTS, should the caller die.
 */
export async function changeRota(
  store: Store,
  rota: Rota,
  { rev, done, next }: Change,
  now: number,
): Promise<Rota> {
  if (rota.rev > rev && done(rota)) return rota
  if (rota.rev !== rev) throw new AppError('STALE_REV')
  const { _id, lawyerId } = rota
  const set = { ...next(rota), updatedAt: now }
  const changed = { ...rota, ...set, rev: rev + 1 }
  await schedule(store, 'SLOTS', lawyerId, now + AFTER_CAUSE_MS)
  const written =
    rev === 0 ? await store.insert('rotas', changed) : await store.change('rotas', { _id, rev }, set)
  if (written) return changed
  const stored = await store.get('rotas', _id)
  if (!stored || !done(stored)) throw new AppError('STALE_REV')
  return stored
}
