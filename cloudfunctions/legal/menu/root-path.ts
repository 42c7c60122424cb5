import { AppError } from '../../_kit/errors'
import type { Store } from '../../_kit/store'

/** The district's own path: what is made for everybody belongs to it. */
export async function rootPath(store: Store): Promise<string> {
  const [root] = await store.find('orgs', { where: { parentId: '' }, limit: 1 })
  if (!root) throw new AppError('NOT_FOUND')
  return root.path
}
