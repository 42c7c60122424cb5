import { tryAgain } from '../../_kit/errors'
import type { Store } from '../../_kit/store'
import { declareConflict, OPEN } from './declare-conflict'

const PAGE = 50
/** Of pages; an appointment may change while it is looked at. */
const TURNS = 20

/** Ends the firm's access to everything that goes on against one of these; answers to how many. `proof`: keyed hashes. */
export async function conflictWith(
  store: Store,
  firmHash: string,
  proof: readonly string[],
  now: number,
): Promise<number> {
  let conflicted = 0
  for (let turn = 0; turn < TURNS; turn++) {
    const hit = await store.find('appointments', {
      where: { firmHash, opponentHashes: { $in: proof }, state: { $in: OPEN } },
      limit: PAGE,
    })
    if (hit.length === 0) return conflicted
    for (const appointment of hit) if (await declareConflict(store, appointment, now)) conflicted++
  }
  throw tryAgain()
}
