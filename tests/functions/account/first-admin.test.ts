import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { firstCode, slotOf } from '../../../cloudfunctions/account/roles/first-code'
import type { Grant, Org } from '../../../typings/documents'
import type { World } from '../world'
import { codeOf, ok, personId, secrets, startWorld } from '../world'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.people(['anna', 'bert', 'cara', 'dora', 'emil'])
})
afterAll(() => world.cloud.stop())

const first = (openid: string, code: string) => world.account(openid, 'firstAdmin', { code })
const [one, two] = [firstCode(1, secrets), firstCode(2, secrets)]
const grouped = (code: string) => code.replace(/(.{5})(?=.)/g, '$1-')

test('two people with the two codes begin an empty deployment at once: one root, two administrators', async () => {
  const replies = await Promise.all([first('anna', grouped(one)), first('bert', two.toLowerCase())])
  expect(replies.map(reply => ok(reply))).toMatchObject([
    { grantId: 'gr_first_1', role: 'ADMIN', state: 'ACTIVE', name: '测**' },
    { grantId: 'gr_first_2', role: 'ADMIN', state: 'ACTIVE' },
  ])
  const orgs = await world.cloud.find<Org>('orgs')
  expect(orgs).toMatchObject([
    { kind: 'DISTRICT', name: '区总工会', parentId: '', path: '/org_R/', open: true },
  ])
  expect(ok(await world.account('anna', 'boot', {}))).toMatchObject({
    needsAdmin: false,
    roles: [{ role: 'ADMIN', orgId: 'org_R' }],
    unread: 1,
  })
  expect(codeOf(await world.account('bert', 'settings', {}))).toBe('OK')
})

test('a code is used once: again by the same person it is the same grant, by another it is spent', async () => {
  expect(ok(await first('anna', one)).grantId).toBe('gr_first_1')
  expect(codeOf(await first('cara', one))).toBe('STATE_CHANGED')
  const [grant] = await world.cloud.find<Grant>('grants', { _id: 'gr_first_1' })
  expect(grant).toMatchObject({ personId: personId('anna'), byId: '' })
})

test('a code whose grant was ended is spent for its person too', async () => {
  ok(await world.account('anna', 'roleRevoke', { grantId: 'gr_first_2', reason: '离岗' }))
  expect(codeOf(await first('bert', two))).toBe('STATE_CHANGED')
})

test('a wrong code opens nothing', async () => {
  const wrong = (one.startsWith('0') ? '1' : '0') + one.slice(1)
  for (const code of [wrong, one.slice(1), `${one}0`, '0'])
    expect(codeOf(await first('cara', code))).toBe('NO_PERMISSION')
  expect(slotOf(two, secrets)).toBe(2)
  expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/)
})

test('ten guesses a minute, exact when they come at once; then it is a matter of waiting', async () => {
  const codes = await Promise.all(Array.from({ length: 25 }, () => first('dora', 'GUESS')))
  const told = codes.map(codeOf)
  expect(told.filter(code => code === 'NO_PERMISSION')).toHaveLength(10)
  expect(told.filter(code => code === 'RATE_LIMITED')).toHaveLength(15)
  const refused = codes.find(reply => codeOf(reply) === 'RATE_LIMITED')
  const wait = refused?.ok === false ? (refused.detail?.retryAfterMs ?? 0) : 0
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(60_000)
  // what was refused for that leaves nothing in the audit log either
  const entries = { actorId: personId('dora'), action: 'account.firstAdmin' }
  expect(await world.cloud.count('audit_pending', entries)).toBe(10)
  // nobody else is held up by them
  expect(codeOf(await first('emil', 'GUESS'))).toBe('NO_PERMISSION')
  await world.cloud.clock.advance(60_000)
  expect(codeOf(await first('dora', 'GUESS'))).toBe('NO_PERMISSION')
})

test('the command prints the codes of a data folder, or of the pepper in the environment', () => {
  const script = path.resolve(__dirname, '../../../scripts/admin-code.mjs')
  const run = (args: string[], pepper = '') =>
    execFileSync(process.execPath, [script, ...args], {
      encoding: 'utf8',
      env: { ...process.env, GJ_PEPPER: pepper },
    })
  const printed = [grouped(one), grouped(two)]
  for (const code of printed) {
    expect(run(['--data', world.cloud.data])).toContain(code)
    expect(run([], secrets.pepper)).toContain(code)
  }
})
