import { readBelow } from '../../miniprogram/packages/staff/components/org-sheet/org-pages'
import type { OrgFilter, OrgItem } from '../../typings/api/account'

const own = [{ orgId: 'org_S1', name: '望河街道总工会' }]
const org = (orgId: string, fields: Partial<OrgItem> = {}): OrgItem => ({
  ...{ orgId, name: `工会${orgId}`, short: '工会', kind: 'GRASSROOTS', parentId: 'org_S1' },
  ...{ path: `/org_R/org_S1/${orgId}/`, open: true, rev: 1, children: 0, ...fields },
})
/** Fifty organisations in pages of `size`. */
const pages =
  (size: number, asked: OrgFilter[] = []) =>
  (filter: OrgFilter) => {
    asked.push(filter)
    const from = Number(filter.cursor ?? 0)
    const items = Array.from({ length: Math.min(size, 50 - from) }, (_, i) => org(`org_${from + i}`))
    return Promise.resolve({ items, ...(from + size < 50 && { next: String(from + size) }) })
  }

test('a screen of organisations is read at once, the rest when the end is reached', async () => {
  const asked: OrgFilter[] = []
  const read = pages(15, asked)
  const first = await readBelow(own, [{ parentId: 'org_S1' }], read)
  expect(first.options).toHaveLength(30)
  expect(first.left).toEqual([{ parentId: 'org_S1', cursor: '30' }])
  const second = await readBelow(own, first.left, read)
  expect(second.left).toEqual([])
  expect(new Set([...first.options, ...second.options].map(({ orgId }) => orgId)).size).toBe(50)
  expect(asked).toHaveLength(4)
})

test('what is closed or elsewhere is passed over, and read past', async () => {
  const closed = org('org_a', { open: false })
  const elsewhere = org('org_b', { path: '/org_R/org_S2/org_b/' })
  const read = ({ cursor }: OrgFilter) =>
    Promise.resolve(cursor ? { items: [org('org_c')] } : { items: [closed, elsewhere], next: '2' })
  expect(await readBelow(own, [{ q: '工会' }], read)).toEqual({
    options: [{ orgId: 'org_c', name: '工会org_c' }],
    left: [],
  })
})

test('each of one’s own organisations is asked for those below it', async () => {
  const read = ({ parentId = '' }: OrgFilter) => Promise.resolve({ items: [org(`org_below_${parentId}`)] })
  const asks = ['org_S1', 'org_S2'].map(parentId => ({ parentId }))
  const { options } = await readBelow(own, asks, read)
  expect(options.map(({ orgId }) => orgId)).toEqual(['org_below_org_S1', 'org_below_org_S2'])
})
