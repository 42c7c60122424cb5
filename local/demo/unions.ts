import type { Org, OrgKind } from '../../typings/documents'

interface Union {
  _id: string
  name: string
  short: string
  kind: OrgKind
  parentId: string
}

const rows: Union[] = [
  { _id: 'org_R', name: '明城区总工会', short: '区总工会', kind: 'DISTRICT', parentId: '' },
  { _id: 'org_S1', name: '青槐街道总工会', short: '青槐街道', kind: 'STREET', parentId: 'org_R' },
  { _id: 'org_S2', name: '和顺街道总工会', short: '和顺街道', kind: 'STREET', parentId: 'org_R' },
  { _id: 'org_S3', name: '金桥街道总工会', short: '金桥街道', kind: 'STREET', parentId: 'org_R' },
  {
    _id: 'org_I1',
    name: '明城区快递外卖行业工会联合会',
    short: '快递外卖行业',
    kind: 'INDUSTRY',
    parentId: 'org_R',
  },
  {
    _id: 'org_U1',
    name: '速捷配送明城站工会',
    short: '速捷配送',
    kind: 'GRASSROOTS',
    parentId: 'org_I1',
  },
  { _id: 'org_U2', name: '环卫一队工会', short: '环卫一队', kind: 'GRASSROOTS', parentId: 'org_S2' },
  { _id: 'org_U3', name: '云帆科技园联合工会', short: '云帆科技园', kind: 'GRASSROOTS', parentId: 'org_S3' },
]

function pathOf(id: string): string {
  const parent = rows.find(({ _id }) => _id === id)?.parentId
  return parent ? `${pathOf(parent)}${id}/` : `/${id}/`
}

/** The eight unions; a path is made of ids. */
export function unions(now: number): Org[] {
  return rows.map(row => ({
    ...row,
    open: true,
    path: pathOf(row._id),
    createdAt: now,
    updatedAt: now,
    rev: 1,
  }))
}

export function unionOf(id: string): Pick<Org, '_id' | 'name' | 'path'> {
  const row = rows.find(({ _id }) => _id === id)
  if (!row) throw new Error(`no union ${id}`)
  return { _id: id, name: row.name, path: pathOf(id) }
}
