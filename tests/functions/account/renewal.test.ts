/** Two administrators are enough to go on: each asks for themselves before their own grant ends, the other confirms. */
import type { RoleGrant } from '../../../typings/api/account'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'
import { dayIn, makeAdmin } from './admins'

let world: World
let anna: string
let bert: string
let people = 0
beforeAll(async () => {
  world = await startWorld()
  await world.orgs()
})
beforeEach(async () => {
  await world.cloud.db.collection('grants').where({ role: 'ADMIN' }).remove()
  // each time other people, whom no instance remembers
  ;[anna, bert] = [`anna-${++people}`, `bert-${people}`]
  for (const openid of [anna, bert]) await makeAdmin(world, openid, { untilDate: dayIn(world, 20) })
})
afterAll(() => world.cloud.stop())

const renewal = (openid: string, days = 300): RoleGrant => ({
  personId: personId(openid),
  role: 'ADMIN',
  orgId: 'org_R',
  caps: [],
  untilDate: dayIn(world, days),
})
const give = (by: string, grant: RoleGrant) => world.account(by, 'roleGrant', grant)
const confirm = (by: string, grantId: string, agree = true) =>
  world.account(by, 'roleConfirm', { grantId, agree })
const held = async (openid: string) =>
  ok(await world.account(openid, 'boot', {})).roles.map(({ untilDate }) => untilDate)

// the first one: an instance that once saw two remembers it
test('one who is alone and asks to go on leaves the door open for the second one', async () => {
  await world.cloud.db
    .collection('grants')
    .where({ personId: personId(bert) })
    .remove()
  ok(await give(anna, renewal(anna)))
  expect(ok(await world.account(anna, 'boot', {})).needsAdmin).toBe(true)
})

test('one asks, the other confirms: there is no gap, and one grant in force', async () => {
  const { grantId, state } = ok(await give(anna, renewal(anna)))
  expect(state).toBe('PENDING')
  expect(await held(anna)).toEqual([dayIn(world, 20)])
  expect(codeOf(await confirm(anna, grantId))).toBe('SELF_REVIEW')
  expect(ok(await confirm(bert, grantId)).state).toBe('ACTIVE')
  expect(ok(await confirm(bert, grantId)).state).toBe('ACTIVE')
  await world.cloud.clock.advance(6000)
  expect(await held(anna)).toEqual([dayIn(world, 300)])
  const next = ok(await give(anna, renewal(anna, 310)))
  expect(next.grantId).not.toBe(grantId)
  expect(ok(await confirm(bert, next.grantId)).state).toBe('ACTIVE')
  const active = { personId: personId(anna), state: 'ACTIVE' }
  expect(await world.cloud.find('grants', active)).toMatchObject([{ untilDate: dayIn(world, 310) }])
})

test('the same asked again is the same; another one waits for the first', async () => {
  const both = await Promise.all([give(anna, renewal(anna)), give(anna, renewal(anna))])
  expect(new Set(both.map(reply => ok(reply).grantId)).size).toBe(1)
  expect(codeOf(await give(anna, renewal(anna, 200)))).toBe('GRANT_EXISTS')
  expect(codeOf(await give(bert, renewal(anna, 200)))).toBe('GRANT_EXISTS')
})

test('whoever was ended meanwhile does not come back by what they had asked for', async () => {
  const { grantId } = ok(await give(anna, renewal(anna)))
  const current = `gr_${personId(anna)}_ADMIN_org_R`
  ok(await world.account(bert, 'roleRevoke', { grantId: current, reason: '离岗' }))
  expect(codeOf(await confirm(bert, grantId))).toBe('STATE_CHANGED')
  expect(ok(await confirm(bert, grantId, false)).state).toBe('ENDED')
})

test('anything else nobody gives to themselves', async () => {
  const staff = { ...renewal(anna), role: 'STAFF' as const, caps: ['FINANCE' as const] }
  expect(codeOf(await give(anna, staff))).toBe('SELF_REVIEW')
})
