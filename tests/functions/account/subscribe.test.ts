import { open } from '../../../cloudfunctions/_kit/crypto'
import { openidOwner } from '../../../cloudfunctions/_kit/sub-balance'
import { counted } from '../../../cloudfunctions/account/inbox/sub-count'
import type { SubscribeReport } from '../../../typings/api/account'
import type { SubBalance } from '../../../typings/documents'
import type { World } from '../world'
import { codeOf, ok, personId, secrets, startWorld } from '../world'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.people(['anna', 'bert', 'cara', 'dora'])
})
afterAll(() => world.cloud.stop())

const opId = (n: number) => `01TESTREPRT${String(n).padStart(15, '0')}`
const report = (openid: string, n: number, results: SubscribeReport['results']) =>
  world.account(openid, 'subscribeReport', { opId: opId(n), results })

test('what was allowed is counted by kind; a refusal changes nothing', async () => {
  ok(await report('anna', 1, [{ template: 'T_SIGNUP', answer: 'accept' }]))
  const { balance } = ok(
    await report('anna', 2, [
      { template: 'T_SIGNUP', answer: 'accept' },
      { template: 'T_REMIND', answer: 'reject' },
      { template: 'T_CHANGE', answer: 'ban' },
    ]),
  )
  expect(balance).toHaveLength(2)
  expect(balance).toEqual(
    expect.arrayContaining([
      { template: 'T_SIGNUP', count: 2, banned: false },
      { template: 'T_CHANGE', count: 0, banned: true },
    ]),
  )
})

test('one report counts once, however often it is sent and whatever runs at once', async () => {
  const send = () => report('bert', 3, [{ template: 'T_WAIT', answer: 'accept' }])
  await Promise.all([send(), send(), send(), send()])
  expect(ok(await send()).balance).toEqual([{ template: 'T_WAIT', count: 1, banned: false }])
})

test('two reports at once both count', async () => {
  const send = (n: number) => report('cara', n, [{ template: 'T_WAIT', answer: 'accept' }])
  await Promise.all([send(4), send(5), send(6)])
  expect(ok(await send(6)).balance).toEqual([{ template: 'T_WAIT', count: 3, banned: false }])
})

test('where WeChat delivers is kept sealed, for this person only', async () => {
  ok(await report('dora', 7, [{ template: 'T_TODO', answer: 'accept' }]))
  const [kept] = await world.cloud.find<SubBalance>('sub_balance', { personId: personId('dora') })
  expect(JSON.stringify(kept)).not.toContain('dora')
  if (!kept) throw new Error('nothing kept')
  expect(open(kept.openid, openidOwner(personId('dora')), secrets)).toBe('dora')
  expect(() => open(kept.openid, openidOwner(personId('anna')), secrets)).toThrow()
})

test.each([
  ['no template', [{ template: 'T_OTHER', answer: 'accept' }]],
  ['no answer', [{ template: 'T_WAIT', answer: 'maybe' }]],
  ['nothing', []],
])('%s is INVALID_INPUT', async (_name, results) => {
  const reply = await world.ask('account', 'anna', 'subscribeReport', { opId: opId(8), results })
  expect(codeOf(reply)).toBe('INVALID_INPUT')
})

test('allowing again lifts a ban; the last twenty reports are remembered', () => {
  const seen = Array.from({ length: 20 }, (_, i) => opId(i))
  const old = { count: 1, banned: true, seen }
  expect(counted(old, 'new', 'accept')).toEqual({
    count: 2,
    banned: false,
    seen: [...seen.slice(1), 'new'],
  })
  expect(counted(old, opId(3), 'accept')).toBeUndefined()
  expect(counted(old, 'new', 'reject')).toBeUndefined()
  expect(counted(old, 'new', 'ban')).toMatchObject({ count: 1, banned: true })
})
