import type { Approval } from '../../typings/documents'
import type { StaffRequest } from '../_kit/action'
import type { Mark } from '../_kit/cursor'
import { within } from './within'

/** What waits in the caller's organisations, the oldest first: `most` of it, behind `after`. */
export function pendingWithin(
  { store, scope }: StaffRequest,
  most: number,
  after?: Mark,
): Promise<Approval[]> {
  const behind = after && [{ createdAt: { $gt: after.at } }, { createdAt: after.at, _id: { $gt: after.id } }]
  return store.find('approvals', {
    where: { state: 'PENDING', $and: [{ $or: within(scope.paths) }, ...(behind ? [{ $or: behind }] : [])] },
    orderBy: { createdAt: 1, _id: 1 },
    limit: most,
  })
}
