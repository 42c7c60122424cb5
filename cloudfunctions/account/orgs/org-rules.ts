import { AppError } from '../../_kit/errors'
import type { OrgInput } from '../../../typings/api/account'
import type { Org } from '../../../typings/documents'

type Written = Pick<OrgInput, 'name' | 'short' | 'kind' | 'parentId' | 'open'>

const isRoot = ({ parentId }: Pick<Org, 'parentId'>) => parentId === ''

export const sameContent = (org: Written, input: Written): boolean =>
  (['name', 'short', 'kind', 'parentId', 'open'] as const).every(field => org[field] === input[field])

/**
 * Throws ORG_CYCLE, ORG_NOT_EMPTY or INVALID_INPUT. There is one root; it is the only district, stays the root and stays
 * open. Everything else hangs below something open that is not below itself. `old` is absent for a new one.
 */
export function checkShape(input: Written, old: Org | undefined, parent: Org | undefined): void {
  const root = old !== undefined && isRoot(old)
  if (root !== isRoot(input)) throw new AppError('ORG_CYCLE')
  if (root !== (input.kind === 'DISTRICT')) throw new AppError('INVALID_INPUT', { field: 'kind' })
  if (root && !input.open) throw new AppError('ORG_NOT_EMPTY')
  if (!parent) return
  if (old && parent.path.startsWith(old.path)) throw new AppError('ORG_CYCLE')
  const joins = old === undefined || old.parentId !== parent._id || !old.open
  if (joins && input.open && !parent.open) throw new AppError('ORG_CYCLE')
}
