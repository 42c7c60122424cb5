import type { Store } from '../../_kit/store'
import type { Lawyer } from '../../../typings/documents'
import { conflictWith } from '../consult/conflict-with'
import { declareConflict, OPEN } from '../consult/declare-conflict'
import { standsSince } from '../gate/gate'
import { checkGateOf } from '../gate/gate-of-appointment'

const MOST = 1000

/**
 * Who goes to another firm takes along whom they act for, and acted for here: these stand against the new firm's matters
 * and no longer against the old one's. What is booked with them goes through the gate of the new firm, what is booked there
 * is held against whom they declared. With nothing to do, or repeated, it writes nothing.
 */
export async function followFirm(
  store: Store,
  { _id, firmHash }: Pick<Lawyer, '_id' | 'firmHash'>,
  now: number,
): Promise<void> {
  const other = { firmHash: { $ne: firmHash } }
  await store.changeAll('parties', { declarerId: _id, ...other }, { firmHash })
  const open = await store.find('appointments', {
    where: { lawyerId: _id, state: { $in: OPEN }, ...other },
    limit: MOST,
  })
  for (const appointment of open) {
    const { exact } = await checkGateOf(store, appointment, firmHash, now)
    const moved = exact ? await declareConflict(store, appointment, now) : appointment
    if (moved) await store.change('appointments', { _id: moved._id, rev: moved.rev }, { firmHash })
  }
  const declared = await store.find('parties', {
    where: { declarerId: _id, kind: 'DECLARED', untilDate: { $gt: standsSince(now) } },
    fields: ['nameHash', 'usccHash'],
    limit: MOST,
  })
  const hashes = declared
    .flatMap(({ nameHash, usccHash }) => [nameHash, usccHash])
    .filter(hash => hash !== '')
  if (hashes.length > 0) await conflictWith(store, firmHash, hashes, now)
}
