import type { OrgInput, OrgItem } from '../../../typings/api/account'
import type { Grant, Org } from '../../../typings/documents'
import type { World } from '../world'
import { codeOf, ok, startWorld } from '../world'
import { makeAdmin } from './admins'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.orgs()
  await makeAdmin(world, 'jiang')
})
afterAll(() => world.cloud.stop())

let made = 0
const opId = () => `01TESTRG${String(++made).padStart(18, '0')}`
const input = (fields: Partial<OrgInput> = {}): OrgInput => ({
  opId: opId(),
  name: '望河街道总工会',
  short: '望河街道',
  kind: 'STREET',
  parentId: 'org_R',
  open: true,
  rev: 0,
  ...fields,
})
/** The same organisation as the form sends it. */
const again = ({ orgId, name, short, kind, parentId, open, rev }: OrgItem): OrgInput => ({
  orgId,
  opId: opId(),
  name,
  short,
  kind,
  parentId,
  open,
  rev,
})
const save = (org: OrgInput) => world.account('jiang', 'orgSave', org)
const create = async (fields: Partial<OrgInput> = {}) => ok(await save(input(fields)))
const stored = async (id: string) => (await world.cloud.find<Org>('orgs', { _id: id }))[0]
const tree = async (filter: { parentId?: string; q?: string }) =>
  ok(await world.account('a-guest', 'orgTree', filter)).items

describe('the tree', () => {
  test('begins with the root and goes down, telling how many are below', async () => {
    expect(await tree({})).toMatchObject([{ orgId: 'org_R', kind: 'DISTRICT', parentId: '', children: 4 }])
    expect(await tree({ parentId: 'org_S2' })).toMatchObject([{ orgId: 'org_U2', children: 0, open: true }])
    expect(await tree({ parentId: 'org_nowhere' })).toEqual([])
  })

  test('is searched by a part of the name, of which every character is meant', async () => {
    expect((await tree({ q: '环卫' })).map(({ orgId }) => orgId)).toEqual(['org_U2'])
    expect(await tree({ q: '.*' })).toEqual([])
    expect(await tree({ q: '(' })).toEqual([])
  })

  test('of two hundred below one comes in pages below 30 KB, each once, also when searched', async () => {
    const { orgId: parentId, path } = await create({ name: '很多下级的街道总工会' })
    const createdAt = world.now
    const ids = Array.from({ length: 200 }, (_, i) => `org_01MANY${String(i).padStart(20, '0')}`)
    await world.add(
      'orgs',
      ids.map((_id, i) => ({
        ...{ _id, createdAt, updatedAt: createdAt, rev: 1, parentId, path: `${path}${_id}/` },
        ...{ name: `第${i}基层工会`.padEnd(40, '长'), short: '基层工会'.padEnd(12, '长') },
        ...{ kind: 'GRASSROOTS', open: true },
      })),
    )
    for (const filter of [{ parentId }, { q: '基层工会长' }]) {
      const seen: string[] = []
      for (let cursor: string | undefined; ;) {
        const page = ok(await world.account('a-guest', 'orgTree', { ...filter, ...(cursor && { cursor }) }))
        expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(30_000)
        seen.push(...page.items.map(({ orgId }) => orgId))
        cursor = page.next
        if (!cursor) break
      }
      expect(seen).toEqual(ids)
    }
  })
})

describe('a new organisation', () => {
  test('hangs below its parent; a second tap makes no second one', async () => {
    const org = input({ kind: 'GRASSROOTS', parentId: 'org_S1', name: '望河物业工会' })
    const [first, second] = await Promise.all([save(org), save(org)])
    const { orgId, path } = ok(first)
    expect(ok(second).orgId).toBe(orgId)
    expect(path).toBe(`/org_R/org_S1/${orgId}/`)
    expect(await tree({ q: '望河物业' })).toHaveLength(1)
  })

  test('with the key of another one is refused', async () => {
    const org = input()
    ok(await save(org))
    expect(codeOf(await save({ ...org, name: '别的名字' }))).toBe('OP_MISMATCH')
  })

  test.each<[string, Partial<OrgInput>, string]>([
    ['beside the root', { parentId: '' }, 'ORG_CYCLE'],
    ['below nothing', { parentId: 'org_nowhere' }, 'NOT_FOUND'],
    ['as a second district', { kind: 'DISTRICT' }, 'INVALID_INPUT'],
    ['without a name', { name: ' ' }, 'INVALID_INPUT'],
  ])('%s is refused', async (_name, fields, code) => {
    expect(codeOf(await save(input(fields)))).toBe(code)
  })

  test('below a closed one is refused', async () => {
    const { orgId } = await create({ open: false })
    expect(codeOf(await save(input({ parentId: orgId, kind: 'GRASSROOTS' })))).toBe('ORG_CYCLE')
  })
})

describe('a change', () => {
  test('of the name reaches the grants that print it', async () => {
    const org = await create()
    await world.add('grants', [{ _id: 'gr_renamed', orgId: org.orgId, orgName: org.name, rev: 1 }])
    const changed = ok(await save({ ...again(org), name: '望河新区街道总工会' }))
    expect(changed).toMatchObject({ orgId: org.orgId, rev: 2, path: org.path })
    const [grant] = await world.cloud.find<Grant>('grants', { _id: 'gr_renamed' })
    expect(grant?.orgName).toBe('望河新区街道总工会')
  })

  test('of what somebody else changed meanwhile is refused; the same change twice is one', async () => {
    const org = await create()
    const change = { ...again(org), short: '望河' }
    expect(ok(await save(change)).rev).toBe(2)
    expect(ok(await save(change)).rev).toBe(2)
    expect(codeOf(await save({ ...change, short: '河' }))).toBe('INVALID_INPUT')
    expect(codeOf(await save({ ...change, short: '新望河' }))).toBe('STALE_REV')
    expect(codeOf(await save({ ...change, orgId: 'org_nowhere' }))).toBe('NOT_FOUND')
  })

  test('of two administrators at once: one is told to look again', async () => {
    const org = await create()
    const codes = await Promise.all(
      ['望河甲', '望河乙', '望河丙'].map(async short => codeOf(await save({ ...again(org), short }))),
    )
    expect(codes.sort()).toEqual(['OK', 'STALE_REV', 'STALE_REV'])
  })

  test('of the parent moves an organisation that nothing hangs on', async () => {
    const org = await create()
    expect(ok(await save({ ...again(org), parentId: 'org_I1' })).path).toBe(`/org_R/org_I1/${org.orgId}/`)
    expect((await stored(org.orgId))?.parentId).toBe('org_I1')
  })

  test.each<[string, (org: { orgId: string; path: string }) => Promise<unknown>]>([
    ['another organisation', ({ orgId }) => create({ parentId: orgId, kind: 'GRASSROOTS' })],
    ['a grant', ({ path }) => world.add('grants', [{ _id: `gr_${made}`, orgPath: path }])],
    [
      'an activity below',
      ({ path }) => world.add('activities', [{ _id: `ac_${made}`, orgPath: `${path}org_X/` }]),
    ],
  ])('of the parent is refused while %s hangs on it', async (_name, hang) => {
    const org = await create()
    await hang(org)
    expect(codeOf(await save({ ...again(org), parentId: 'org_I1' }))).toBe('ORG_NOT_EMPTY')
    expect((await stored(org.orgId))?.path).toBe(org.path)
  })

  test('that puts an organisation below itself, or its child, is refused', async () => {
    const org = await create()
    const child = await create({ parentId: org.orgId, kind: 'GRASSROOTS' })
    for (const parentId of [org.orgId, child.orgId])
      expect(codeOf(await save({ ...again(org), parentId }))).toBe('ORG_CYCLE')
  })

  test('of the root: it stays the root, the district, and open', async () => {
    const [root] = await tree({})
    if (!root) throw new Error('no root')
    expect(codeOf(await save({ ...again(root), parentId: 'org_S1' }))).toBe('ORG_CYCLE')
    expect(codeOf(await save({ ...again(root), kind: 'STREET' }))).toBe('INVALID_INPUT')
    expect(codeOf(await save({ ...again(root), open: false }))).toBe('ORG_NOT_EMPTY')
    expect(ok(await save({ ...again(root), short: '总工会' })).short).toBe('总工会')
  })
})

describe('closing', () => {
  test('waits until its organisations are closed and its members gone', async () => {
    const org = await create()
    const child = await create({ parentId: org.orgId, kind: 'GRASSROOTS' })
    const close = { ...again(org), open: false }
    expect(codeOf(await save(close))).toBe('ORG_NOT_EMPTY')
    await world.people(['member'], { orgId: child.orgId })
    expect(codeOf(await save({ ...again(child), open: false }))).toBe('ORG_NOT_EMPTY')
    await world.cloud.db.collection('persons').where({ orgId: child.orgId }).update({ orgId: 'org_U1' })
    expect(codeOf(await save({ ...again(child), open: false }))).toBe('OK')
    expect(ok(await save(close)).open).toBe(false)
  })

  test('a closed one opens again, but not below a closed one', async () => {
    const org = await create()
    const child = await create({ parentId: org.orgId, kind: 'GRASSROOTS', open: false })
    const closed = ok(await save({ ...again(org), open: false }))
    expect(codeOf(await save({ ...again(child), open: true }))).toBe('ORG_CYCLE')
    ok(await save({ ...again(closed), open: true }))
    expect(codeOf(await save({ ...again(child), open: true }))).toBe('OK')
  })
})
