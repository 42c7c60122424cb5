import type { Store } from '../../_kit/store'
import { AFTER_CAUSE_MS, schedule } from '../../_kit/tasks'
import type { LimitationDoc } from '../../../typings/documents'
import { deadlineOf } from './limitation-view'

/** What a write may change of a card; the deadline follows from it. */
type Change = Partial<
  Pick<LimitationDoc, 'claimType' | 'keyDate' | 'employedStill' | 'endDate' | 'events' | 'remind'>
>

/** Writes over this revision of a card; undefined when somebody else wrote meanwhile. */
export async function changeCard(
  store: Store,
  card: LimitationDoc,
  change: Change,
  now: number,
): Promise<LimitationDoc | undefined> {
  const { _id, rev } = card
  const next = { ...card, ...change }
  const deadline = deadlineOf(next, now)
  const anew = deadline !== card.deadline || (next.remind && !card.remind)
  const set = { ...change, deadline, since: anew ? now : card.since, updatedAt: now }
  if (anew && next.remind) await remindLater(store, _id, now)
  if (!(await store.change('limitations', { _id, rev, removedAt: 0 }, set))) return undefined
  return { ...next, ...set, rev: rev + 1 }
}

/** Before the write that it is about: the timer looks at the card as it is by then, and finds the next reminder itself. */
export async function remindLater(store: Store, limitId: string, now: number): Promise<void> {
  await schedule(store, 'LIMIT', limitId, now + AFTER_CAUSE_MS)
}
