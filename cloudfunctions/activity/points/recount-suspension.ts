import { forgetAccount } from '../../_kit/account'
import { tryAgain } from '../../_kit/errors'
import { loadSettings } from '../../_kit/settings'
import type { Store } from '../../_kit/store'
import { pointsReachMs, suspendedUntil } from './points'

const MOST_TURNS = 5

/**
 * Sets until when a person is suspended, counted anew from their rows: any number of retries, in any order, ends in the same
 * answer.
 */
export async function recountSuspension(store: Store, personId: string, now: number): Promise<void> {
  const settings = await loadSettings(store, now)
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    // the person first: a row that comes after this read belongs to a count that changes the person after it
    const person = await store.get('persons', personId)
    if (!person) return
    const rows = await store.find('signups', {
      where: { personId, endedAt: { $gt: now - pointsReachMs(settings) } },
      orderBy: { endedAt: -1 },
      fields: ['points', 'endedAt'],
      limit: 1000,
    })
    const until = suspendedUntil(rows, settings) ?? 0
    if (until === (person.suspendedUntil ?? 0)) return
    const { _id, rev } = person
    const changed = await store.change('persons', { _id, rev }, { suspendedUntil: until, updatedAt: now })
    forgetAccount(personId)
    if (changed) return
  }
  throw tryAgain()
}
