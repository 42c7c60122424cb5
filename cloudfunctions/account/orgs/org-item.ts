import type { Store } from '../../_kit/store'
import type { OrgItem } from '../../../typings/api/account'
import type { Org } from '../../../typings/documents'

/** Organisations with the count of those directly below each. */
export async function orgItems(store: Store, orgs: readonly Org[]): Promise<OrgItem[]> {
  if (orgs.length === 0) return []
  const ids = orgs.map(({ _id }) => _id)
  const rows = await store.aggregate<{ _id: string; children: number }>(
    'orgs',
    [{ $match: { parentId: { $in: ids } } }, { $group: { _id: '$parentId', children: { $sum: 1 } } }],
    ids.length,
  )
  const children = new Map(rows.map(row => [row._id, row.children]))
  return orgs.map(({ _id: orgId, name, short, kind, parentId, path, open, rev }) => ({
    orgId,
    name,
    short,
    kind,
    parentId,
    path,
    open,
    rev,
    children: children.get(orgId) ?? 0,
  }))
}
