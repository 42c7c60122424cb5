import { loadSettings } from '../../_kit/settings'
import type { Store } from '../../_kit/store'
import type { Activity, Place, Session } from '../../../typings/documents'
import { Heads } from './heads'
import type { Line } from './line'
import { mendOffers } from './mend-offers'
import { pass } from './pass'

/**
 * While somebody waits who may have a free place, hands it over; mends what a write that was cut off has left. Places that
 * a raise has made (BLOCKED, step HEAL) go to the queue first and are free afterwards. Repeated or raced it does the same.
 */
export async function settleQueue(
  store: Store,
  session: Session,
  activity: Activity,
  now: number,
): Promise<void> {
  const line: Line = { session, activity, settings: await loadSettings(store, now), now }
  await mendOffers(store, line)
  await handOutSpare(store, line)
}

/** Hands the free places to the queue; one call when none is free. Answers whether there were any. */
export async function handOutSpare(store: Store, line: Line): Promise<boolean> {
  const places = await store.find('places', {
    // those of nobody and those withdrawn: every person's id sorts behind `#`
    where: { pool: line.session._id, holder: { $lt: '$' } },
    orderBy: { holder: 1 },
    limit: 1000,
  })
  const spare = places.filter(isSpare).sort((a, b) => a.no - b.no)
  const heads = new Heads(store, line)
  for (const place of spare) await pass(store, line, place, heads)
  return spare.length > 0
}

function isSpare({ holder, step }: Place): boolean {
  return holder === '' || step === 'HEAL'
}
