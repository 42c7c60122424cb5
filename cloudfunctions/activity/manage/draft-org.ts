import { AppError } from '../../_kit/errors'
import type { Store } from '../../_kit/store'
import type { ActivityDraft, Org } from '../../../typings/documents'

/** The organisation that a draft names. Throws INVALID_INPUT when there is none, or it was closed: it publishes nothing. */
export async function openOrgOf(store: Store, { orgId }: Pick<ActivityDraft, 'orgId'>): Promise<Org> {
  const org = await store.get('orgs', orgId)
  if (!org?.open) throw new AppError('INVALID_INPUT', { field: 'orgId' })
  return org
}
