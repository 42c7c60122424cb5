/** Who changes the shape of the tree has it to themselves: nothing open ever hangs below what is closed. */
import { orgSave } from '../../../cloudfunctions/account/orgs/org-save'
import { Scope } from '../../../cloudfunctions/_kit/grants'
import type { Store } from '../../../cloudfunctions/_kit/store'
import type { OrgInput } from '../../../typings/api/account'
import type { Org } from '../../../typings/documents'
import { everything } from '../../support/invariants'
import { between } from '../paused-store'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'
import { makeAdmin } from './admins'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.orgs()
  await makeAdmin(world, 'jiang')
  Object.assign(process.env, world.cloud.sdk(), { TCB_ENV: 'local' })
})
afterAll(() => world.cloud.stop())

let made = 0
const opId = () => `01TESTTN${String(++made).padStart(18, '0')}`

async function street(): Promise<Org> {
  const _id = `org_T${++made}`
  const org: Org = {
    _id,
    ...{ createdAt: world.now, updatedAt: world.now, rev: 1 },
    ...{ name: `街道${made}总工会`, short: `街道${made}`, kind: 'STREET', parentId: 'org_R' },
    path: `/org_R/${_id}/`,
    open: true,
  }
  await world.add('orgs', [org])
  return org
}
/** What a form sends of it, with these fields changed. */
const form = (org: Org, fields: Partial<OrgInput>): OrgInput => {
  const { _id: orgId, name, short, kind, parentId, open, rev } = org
  return { orgId, opId: opId(), name, short, kind, parentId, open, rev, ...fields }
}
const saving = (input: OrgInput) => (store: Store) =>
  Promise.resolve(
    orgSave.run(
      { store, now: world.now, openid: '', personId: personId('jiang'), scope: new Scope([]) },
      input,
    ),
  ).then(
    () => 'OK',
    (error: Error) => error.message,
  )

/** What hangs somewhere it cannot hang. */
async function misplaced(): Promise<string[]> {
  const orgs = await everything<Org>(world.cloud, 'orgs')
  const byId = new Map(orgs.map(org => [org._id, org]))
  return orgs.flatMap(({ _id, parentId, path, open }) => {
    const parent = byId.get(parentId)
    if (!parent) return []
    const closed = open && !parent.open ? [`${_id} is open below ${parentId}`] : []
    return path === `${parent.path}${_id}/` ? closed : [...closed, `${_id} lies at ${path}`]
  })
}

/** What is done to an organisation, and what makes another one hang below it. */
const ENDS: [string, (org: Org) => OrgInput][] = [
  ['closed', org => form(org, { open: false })],
  ['moved', org => form(org, { parentId: 'org_I1' })],
]
const JOINS: [string, (parentId: string) => Promise<OrgInput>][] = [
  ['moved below it', async parentId => form(await street(), { parentId })],
  [
    'made below it',
    async parentId => {
      const { orgId: _, ...input } = form(await street(), { parentId, kind: 'GRASSROOTS', rev: 0 })
      return input
    },
  ],
]
const pairs = ENDS.flatMap(([end, ending]) =>
  JOINS.map(([join, joining]) => ({ title: `${end} while another is ${join}`, ending, joining })),
)

describe.each(pairs)('an organisation is $title', ({ ending, joining }) => {
  test.each([1, 2, 3, 4, 5, 6, 7])('whoever stops before call %i', async before => {
    for (const joinsFirst of [true, false]) {
      const org = await street()
      const [join, end] = [saving(await joining(org._id)), saving(ending(org))]
      const codes = await (joinsFirst ? between(before, join, end) : between(before, end, join))
      expect(await misplaced()).toEqual([])
      expect(codes).toContain('OK')
    }
  })
})

test('a closed one is opened while the one above it is closed: one of them has to try again', async () => {
  for (const before of [1, 2, 3, 4, 5]) {
    const above = await street()
    const child = { ...(await street()), parentId: above._id, open: false }
    const path = `${above.path}${child._id}/`
    await world.cloud.db
      .collection('orgs')
      .where({ _id: child._id })
      .update({ parentId: above._id, path, open: false })
    const open = saving(form(child, { open: true }))
    const close = saving(form(above, { open: false }))
    const codes = await between(before, open, close)
    expect(codes.filter(code => code === 'OK')).toHaveLength(1)
    expect(await misplaced()).toEqual([])
  }
})

test('a turn that was cut off keeps others waiting for a minute, its own retry not at all', async () => {
  const [org, other] = [await street(), await street()]
  const close = form(org, { open: false })
  const input = { action: 'orgSave', input: close }
  await world.cloud.faults.add({ function: 'account', action: 'orgSave', killAfterCall: 6 })
  await world.cloud.call('account', 'jiang', input).catch(() => undefined)
  await world.cloud.faults.reset()
  const another = () => world.account('jiang', 'orgSave', form(other, { open: false }))
  expect(codeOf(await another())).toBe('CONFLICT_RETRY')
  // a name is no shape
  expect(codeOf(await world.account('jiang', 'orgSave', form(await street(), { short: '新街道' })))).toBe(
    'OK',
  )
  expect(ok(await world.account('jiang', 'orgSave', close)).open).toBe(false)
  expect(codeOf(await another())).toBe('OK')
})
