import { AppError } from '../../_kit/errors'
import type { Store } from '../../_kit/store'
import type { Org } from '../../../typings/documents'

/** Throws ORG_NOT_EMPTY while there are open organisations directly below it, or members. */
export async function checkClosable(store: Store, { _id: orgId }: Org): Promise<void> {
  const [children, members] = await Promise.all([
    store.find('orgs', { where: { parentId: orgId, open: true }, fields: ['_id'], limit: 1 }),
    store.find('persons', { where: { orgId }, fields: ['_id'], limit: 1 }),
  ])
  if (children.length + members.length > 0) throw new AppError('ORG_NOT_EMPTY')
}

/** Throws ORG_NOT_EMPTY while anything carries its path: it moves only as long as nothing would have to move along. */
export async function checkMovable(store: Store, { _id: orgId, path }: Org): Promise<void> {
  const below = { orgPath: { $gte: path, $lt: `${path}~` } }
  const one = { fields: ['_id' as const], limit: 1 }
  const found = await Promise.all([
    store.find('orgs', { where: { parentId: orgId }, ...one }),
    store.find('grants', { where: below, ...one }),
    store.find('activities', { where: below, ...one }),
  ])
  if (found.flat().length > 0) throw new AppError('ORG_NOT_EMPTY')
}
