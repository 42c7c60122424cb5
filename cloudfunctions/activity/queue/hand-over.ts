import { handPlace } from '../../_kit/places/places'
import type { Store } from '../../_kit/store'
import { duplicateKey } from '../../_kit/store-errors'
import type { Place } from '../../../typings/documents'
import type { Head, Heads } from './heads'
import { withPlaces } from './heads'
import { holdingOf } from './holding'
import type { Line } from './line'
import { offerOf } from './line'
import { mendEntry } from './mend-entry'
import { promotable } from './promotable'
import { closeEntry, markOffered } from './wait-entry'

/**
 * Gives this free place or holding to the first waiter who may have it. Answers the place as it stands when there is none,
 * undefined when somebody has it now. The place is written first: cut off before the entry says so, the entry is mended
 * by whoever comes next.
 */
export async function handOver(
  store: Store,
  line: Line,
  place: Place,
  heads: Heads,
): Promise<Place | undefined> {
  const until = offerOf(line)
  if (until === undefined) return place
  let at = place
  for (;;) {
    const head = await heads.nextFor(at)
    if (!head) return at
    const given = await give(store, line, at, head, until)
    if (given === 'OVER') {
      heads.putBack(head)
      return undefined
    }
    if (given === 'PASSED_OVER') continue
    if (await say(store, line, head, given)) return undefined
    // they left the queue meanwhile
    at = given
  }
}

/** OVER: the place is not what it was. PASSED_OVER: they have one already, or may not have one any more. */
async function give(
  store: Store,
  line: Line,
  place: Place,
  head: Head,
  until: number,
): Promise<Place | 'OVER' | 'PASSED_OVER'> {
  let current: Head | undefined = head
  // one turn for each ordinal that they may take themselves meanwhile, and some to spare
  for (let turn = 0; current && turn < line.settings['activity.dayLimit'] + 2; turn++) {
    const to = holdingOf(line, current, place._id, until)
    if (!to) break
    try {
      return (await handPlace(store, place, to)) ? { ...place, ...to } : 'OVER'
    } catch (error) {
      if (!duplicateKey(error)) throw error
      current = await lookAgain(store, line, current, place)
    }
  }
  return 'PASSED_OVER'
}

/** The same waiter as they stand now; undefined when this place is not for them any more. */
async function lookAgain(store: Store, line: Line, { entry }: Head, place: Place): Promise<Head | undefined> {
  const [head] = await withPlaces(store, line, [entry])
  if (!head) return undefined
  const own = head.others.find(({ pool }) => pool === line.session._id)
  if (own) await mendEntry(store, entry, own, line.now)
  return !own && promotable(line, entry, head.others, place) ? head : undefined
}

/** Writes into the entry what it was given; false when the entry was over before. */
async function say(store: Store, { now }: Line, { entry }: Head, { rid, state }: Place): Promise<boolean> {
  const said =
    state === 'HELD'
      ? await closeEntry(store, entry, 'ACCEPTED', now, rid)
      : await markOffered(store, entry, rid)
  if (said) return true
  // said already by somebody who mended it, or accepted in that instant
  const current = await store.get('waits', entry._id)
  return current?.rid === rid && (current.state === 'OFFERED' || current.state === 'ACCEPTED')
}
