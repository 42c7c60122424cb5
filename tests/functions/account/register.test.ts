import { agreements } from '../../../miniprogram/shared/agreements'
import type { Registration } from '../../../typings/api/account'
import type { Consent, Person } from '../../../typings/documents'
import { everything } from '../../support/invariants'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.cloud.stop())

const consents: Registration['consents'] = [
  { purpose: 'PROFILE', version: agreements.PROFILE.version },
  { purpose: 'PHONE', version: agreements.PHONE.version },
]
async function register(openid: string, changes: Partial<Registration> = {}) {
  const phoneCode = changes.phoneCode ?? (await world.cloud.phoneCode(openid))
  const input = { name: '林小禾', employment: 'RIDER' as const, consents, ...changes, phoneCode }
  return world.account(openid, 'register', input)
}
const personsOf = async (openid: string) =>
  (await everything<Person>(world.cloud, 'persons')).filter(({ _id }) => _id === personId(openid))
const ledgerOf = async (openid: string) =>
  (await everything<Consent>(world.cloud, 'consents')).filter(row => row.personId === personId(openid))

test('a guest registers and sees themselves masked', async () => {
  const me = ok(await register('anna', { largeText: true }))
  expect(me).toEqual({
    personId: personId('anna'),
    name: '林**',
    phone: expect.stringMatching(/^138\*{4}\d{4}$/),
    employment: 'RIDER',
    status: 'REGISTERED',
    largeText: true,
  })
  expect(ok(await world.account('anna', 'boot', {})).me).toEqual(me)
})

test('name and phone are stored sealed, and the ledger says which text was agreed to', async () => {
  ok(await register('bert'))
  const [person] = await personsOf('bert')
  expect(JSON.stringify(person)).not.toMatch(/林小禾|138\d{8}|bert/)
  expect(person).toMatchObject({ outbox: [], consents: { PROFILE: agreements.PROFILE.version } })
  expect(await ledgerOf('bert')).toMatchObject([
    { purpose: 'PHONE', give: true, textHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    { purpose: 'PROFILE', give: true, textVersion: agreements.PROFILE.version },
  ])
})

test('registering again returns the same person, though the phone code is spent', async () => {
  const phoneCode = await world.cloud.phoneCode('carl')
  const first = ok(await register('carl', { phoneCode }))
  expect(ok(await register('carl', { phoneCode, name: '另一个名字' }))).toEqual(first)
})

test('three taps at once make one person', async () => {
  const replies = await Promise.all([register('dora'), register('dora'), register('dora')])
  const [first] = replies
  for (const reply of replies) expect(ok(reply)).toEqual(first && ok(first))
  expect(await personsOf('dora')).toHaveLength(1)
  expect(await ledgerOf('dora')).toHaveLength(2)
})

test.each([1, 2, 3, 4, 5])(
  'cut off after call %i, the next try completes person and ledger',
  async killAfterCall => {
    const openid = `cut-${killAfterCall}`
    const phoneCode = await world.cloud.phoneCode(openid)
    await world.cloud.faults.add({ function: 'account', action: 'register', killAfterCall })
    await register(openid, { phoneCode }).catch(() => undefined)
    await world.cloud.faults.reset()
    // before the insert the code is not spent, after it the code is not needed
    expect(ok(await register(openid, { phoneCode })).personId).toBe(personId(openid))
    expect(await personsOf(openid)).toMatchObject([{ outbox: [] }])
    expect(await ledgerOf(openid)).toHaveLength(2)
  },
)

describe('refused', () => {
  const nothingIsStored = async (openid: string) => {
    expect(await personsOf(openid)).toEqual([])
    expect(await ledgerOf(openid)).toEqual([])
  }

  test('without one of the consents', async () => {
    expect(codeOf(await register('eve', { consents: consents.slice(0, 1) }))).toBe('NEED_CONSENT')
    await nothingIsStored('eve')
  })

  test('with a consent to an older text', async () => {
    const old = consents.map(one => ({ ...one, version: '2020-01-01' }))
    expect(codeOf(await register('eve', { consents: old }))).toBe('CONSENT_STALE')
    await nothingIsStored('eve')
  })

  test('with a name that the content check calls risky', async () => {
    expect(codeOf(await register('eve', { name: '违规样例' }))).toBe('CONTENT_RISKY')
    await nothingIsStored('eve')
  })

  test('with a phone code that is made up, or spent by another', async () => {
    expect(codeOf(await register('eve', { phoneCode: 'made-up' }))).toBe('PHONE_FAILED')
    const phoneCode = await world.cloud.phoneCode('fred')
    ok(await register('fred', { phoneCode }))
    expect(codeOf(await register('eve', { phoneCode }))).toBe('PHONE_FAILED')
    await nothingIsStored('eve')
  })
})

test('a content check that cannot be reached keeps nobody out', async () => {
  await world.cloud.script({ api: 'security.msgSecCheck', errCode: -1 })
  ok(await register('gina'))
})
