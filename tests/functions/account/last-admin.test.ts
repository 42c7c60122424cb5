/** At least one administrator remains, whoever ends whom at the same instant, and whoever is cut off. */
import { Store } from '../../../cloudfunctions/_kit/store'
import { keepOneAdmin, tallyAdmins } from '../../../cloudfunctions/account/roles/last-admin'
import type { Grant } from '../../../typings/documents'
import { between } from '../paused-store'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'
import { dayIn, makeAdmin } from './admins'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.orgs()
  Object.assign(process.env, world.cloud.sdk(), { TCB_ENV: 'local' })
})
afterAll(() => world.cloud.stop())

const idOf = (openid: string) => `gr_${personId(openid)}_ADMIN_org_R`
const revoke = (by: string, whom: string) =>
  world.account(by, 'roleRevoke', { grantId: idOf(whom), reason: '离岗' })
const administrators = () => world.cloud.find<Grant>('grants', { role: 'ADMIN', state: 'ACTIVE' })
const grantOf = async (openid: string) => {
  const [grant] = await world.cloud.find<Grant>('grants', { _id: idOf(openid) })
  if (!grant) throw new Error(`no grant of ${openid}`)
  return grant
}
/** These administrators, never seen before, and no others. */
async function onlyAdmins(...names: string[]) {
  await world.cloud.db.collection('grants').where({ role: 'ADMIN' }).remove()
  await world.cloud.db.collection('orgs').doc('org_R').update({ endingAdmins: [] })
  const openids = names.map(name => `${name}-${++made}`)
  for (const openid of openids) await makeAdmin(world, openid)
  return openids as [string, string, string]
}
let made = 0

test('the last one cannot be ended, not even by themselves; an expired one is none', async () => {
  const [anna, bert] = await onlyAdmins('anna', 'bert')
  await world.cloud.db
    .collection('grants')
    .doc(idOf(bert))
    .update({ untilDate: dayIn(world, -1) })
  expect(codeOf(await revoke(anna, anna))).toBe('LAST_ADMIN')
  expect((await grantOf(anna)).state).toBe('ACTIVE')
})

test('one who waits for the second administrator is none', async () => {
  const [anna, bert] = await onlyAdmins('anna', 'bert')
  await world.cloud.db.collection('grants').doc(idOf(bert)).update({ state: 'PENDING' })
  expect(codeOf(await revoke(anna, anna))).toBe('LAST_ADMIN')
})

test('one of two can be ended, then the other cannot', async () => {
  const [anna, bert] = await onlyAdmins('anna', 'bert')
  expect(ok(await revoke(anna, bert)).state).toBe('ENDED')
  expect(codeOf(await revoke(anna, anna))).toBe('LAST_ADMIN')
})

test('two administrators end each other at once: one stays, whatever the timing', async () => {
  for (let round = 0; round < 12; round++) {
    const [anna, bert] = await onlyAdmins('anna', 'bert')
    await world.cloud.faults.latency(round % 4)
    const codes = await Promise.all([revoke(anna, bert), revoke(bert, anna)])
    await world.cloud.faults.latency(0)
    expect(codes.map(codeOf).filter(code => code === 'OK').length).toBeLessThanOrEqual(1)
    expect((await administrators()).length).toBeGreaterThanOrEqual(1)
  }
})

test('three end one another in a ring: one stays', async () => {
  for (let round = 0; round < 6; round++) {
    const [anna, bert, cara] = await onlyAdmins('anna', 'bert', 'cara')
    await Promise.all([revoke(anna, bert), revoke(bert, cara), revoke(cara, anna)])
    expect((await administrators()).length).toBeGreaterThanOrEqual(1)
  }
})

// the root, the grants, the note: stopped before each of them while another one runs whole
test.each([1, 2, 3])(
  'one stops before call %i, another comes between: one of them is refused',
  async before => {
    const [anna, bert] = await onlyAdmins('anna', 'bert')
    const [first, second] = [await grantOf(anna), await grantOf(bert)]
    const asked = (grant: Grant) => (store: Store) =>
      keepOneAdmin(store, grant, world.now).then(
        () => 'OK',
        (error: Error) => error.message,
      )
    const codes = await between(before, asked(first), asked(second))
    expect(codes.sort()).toEqual(['LAST_ADMIN', 'OK'])
  },
)

test('an end that was cut off after its note is completed by its retry', async () => {
  const [anna, bert] = await onlyAdmins('anna', 'bert')
  await keepOneAdmin(new Store(), await grantOf(bert), world.now)
  expect(codeOf(await revoke(bert, anna))).toBe('LAST_ADMIN')
  expect(ok(await revoke(anna, bert)).state).toBe('ENDED')
})

test('a note means one giving of a grant: given anew, its administrator counts again', () => {
  const grant = (id: string, rev: number) =>
    ({ _id: id, rev, role: 'ADMIN', state: 'ACTIVE', untilDate: '2099-01-01' }) as Grant
  const admins = [grant('gr_a', 1), grant('gr_b', 4)]
  expect(tallyAdmins(admins, ['gr_b:1'], grant('gr_a', 1), 0)).toEqual({ notes: [], left: 1 })
  expect(tallyAdmins(admins, ['gr_b:4'], grant('gr_a', 1), 0)).toEqual({ notes: ['gr_b:4'], left: 0 })
})
