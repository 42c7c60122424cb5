import type { Store } from '../../_kit/store'
import type { Party } from '../../../typings/documents'
import { standsSince } from '../gate/gate'

const MOST = 1000

/** What this lawyer declared and what still stands, with those of these ids; the longest first. */
export function declared(
  store: Store,
  declarerId: string,
  now: number,
  ids: readonly string[] = [],
): Promise<Party[]> {
  return store.find('parties', {
    where: {
      declarerId,
      kind: 'DECLARED',
      $or: [{ untilDate: { $gt: standsSince(now) } }, { _id: { $in: ids } }],
    },
    orderBy: { untilDate: -1, _id: 1 },
    limit: MOST,
  })
}
