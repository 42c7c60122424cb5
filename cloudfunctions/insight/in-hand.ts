import type { Activity } from '../../typings/documents'
import type { StaffRequest } from '../_kit/action'
import { within } from './within'

export const SOON_MS = 24 * 3600_000
const MOST = 500

/** An activity that asks something of its staff: it is being written, or a session of it is near or not finished. */
export type InHand = Pick<
  Activity,
  '_id' | 'kind' | 'title' | 'orgPath' | 'draftState' | 'editorIds' | 'updatedAt' | 'listed' | 'times'
> & { hasDraft: boolean }

/** In the caller's organisations, what was written last first. */
export function activitiesInHand({ store, scope, now }: StaffRequest): Promise<InHand[]> {
  const written = { draft: { $ne: null } }
  const near = { listed: true, startAt: { $lt: now + SOON_MS } }
  return store.aggregate<InHand>(
    'activities',
    [
      { $match: { $and: [{ $or: within(scope.paths) }, { $or: [written, near] }] } },
      { $sort: { updatedAt: -1 } },
      {
        $project: {
          kind: 1,
          title: 1,
          orgPath: 1,
          draftState: 1,
          editorIds: 1,
          updatedAt: 1,
          listed: 1,
          times: 1,
          hasDraft: { $ne: ['$draft', null] },
        },
      },
    ],
    MOST,
  )
}
