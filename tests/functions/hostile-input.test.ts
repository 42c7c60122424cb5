/** Every field wrong, missing, too long, of another type, or made to be taken for a command: a clear code, and nothing written. */
import { agreements } from '../../miniprogram/shared/agreements'
import { everything } from '../support/invariants'
import type { World } from './world'
import { startWorld } from './world'

const COLLECTIONS = ['persons', 'consents', 'orgs', 'activities', 'sessions', 'places', 'signups']

let world: World
let good: Record<string, Record<string, object>>
beforeAll(async () => {
  world = await startWorld()
  await world.people(['anna'])
  const { sessionId, activityId } = await world.activity()
  const consents = [
    { purpose: 'PROFILE', version: agreements.PROFILE.version },
    { purpose: 'PHONE', version: agreements.PHONE.version },
  ]
  good = {
    account: {
      boot: {},
      register: { name: '林小禾', phoneCode: 'code', employment: 'RIDER', largeText: true, consents },
      resolveScene: { scene: 'a' },
    },
    activity: {
      list: { kind: 'COOL', orgId: 'org_S1', from: 0, to: 1, hasPlace: true, cursor: '1_ac', limit: 5 },
      detail: { activityId },
      signUp: { sessionId, rulesVersion: 1, headcount: 1 },
      cancel: { sessionId, reason: '有事' },
      mine: { tab: 'UPCOMING', cursor: '1_se' },
      ticket: { sessionId },
    },
  }
})
afterAll(() => world.cloud.stop())

const LONG = '长'.repeat(3000)
const hostile: unknown[] = [
  null,
  '',
  -1,
  1.5,
  1e300,
  [],
  [{}],
  {},
  { $ne: '' },
  { $gt: '' },
  { _internalType: 'x', operator: 'neq' },
  { $regularExpression: { pattern: '.*', options: '' } },
  'se_01TEST0000000000000000010O',
  'se_01TEST00000000000000000100/1',
  '.$where',
  'a.b',
  '$ne',
  '\u0000',
  '__proto__',
  LONG,
  true,
]

async function snapshot(): Promise<string> {
  return JSON.stringify(await Promise.all(COLLECTIONS.map(name => everything(world.cloud, name))))
}

/** What the cloud answers to an event that no page would send. */
const send = (name: string, event: object) => world.cloud.call<Record<string, unknown>>(name, 'anna', event)

// a value that is right for one field is no attack on it
const harmless = (field: string, value: unknown) =>
  (field === 'reason' && typeof value === 'string' && value !== LONG) ||
  (field === 'phoneCode' && typeof value === 'string' && value !== '' && value !== LONG) ||
  // whether the consents are enough is asked of guests only
  (field === 'consents' && Array.isArray(value) && value.length === 0) ||
  (field === 'scene' && typeof value === 'string') ||
  (['hasPlace', 'largeText'].includes(field) && value === true) ||
  (['from', 'to', 'limit'].includes(field) && value === -0)

test('every field of every action refuses what it should not be', async () => {
  const before = await snapshot()
  for (const [name, actions] of Object.entries(good))
    for (const [action, input] of Object.entries(actions))
      for (const field of Object.keys(input))
        for (const value of hostile) {
          if (harmless(field, value)) continue
          const reply = await send(name, { action, input: { ...input, [field]: value } })
          expect([action, field, value, reply.code]).toEqual([action, field, value, 'INVALID_INPUT'])
          expect((reply.detail as { field: string }).field.split('.')[0]).toBe(field)
        }
  expect(await snapshot()).toBe(before)
})

test('a missing field is named, an unknown one is refused', async () => {
  const before = await snapshot()
  const optional = [
    'kind',
    'orgId',
    'from',
    'to',
    'hasPlace',
    'cursor',
    'limit',
    'headcount',
    'reason',
    'largeText',
  ]
  for (const [name, actions] of Object.entries(good))
    for (const [action, input] of Object.entries(actions)) {
      for (const field of Object.keys(input).filter(one => !optional.includes(one))) {
        const { [field as never]: _, ...rest } = input
        expect(await send(name, { action, input: rest })).toMatchObject({
          code: 'INVALID_INPUT',
          detail: { field },
        })
      }
      for (const extra of ['personId', 'holder', '$where', 'constructor', 'a.b'])
        expect(await send(name, { action, input: { ...input, [extra]: 'x' } })).toMatchObject({
          code: 'INVALID_INPUT',
          detail: { field: extra },
        })
    }
  expect(await snapshot()).toBe(before)
})

test('an input that is no object is refused', async () => {
  for (const [name, actions] of Object.entries(good))
    for (const action of Object.keys(actions))
      for (const input of [undefined, null, 'text', 1, true])
        expect(await send(name, { action, input })).toMatchObject({ ok: false, code: 'INVALID_INPUT' })
})

test.each([
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'main',
  '',
  'signup',
  'signUp ',
  LONG,
  7,
  null,
  { $ne: '' },
])('the action %j is refused', async action => {
  for (const name of Object.keys(good))
    expect(await send(name, { action, input: {} })).toMatchObject({
      code: 'INVALID_INPUT',
      detail: { field: 'action' },
    })
})

test('an empty event is refused', async () => {
  expect(await send('activity', {})).toMatchObject({ code: 'INVALID_INPUT' })
})

test('nobody can say in the input who they are', async () => {
  const { sessionId } = await world.activity({ starts: [72] })
  const event = {
    action: 'signUp',
    input: { sessionId, rulesVersion: 1 },
    userInfo: { openId: 'anna' },
    OPENID: 'anna',
  }
  expect(await world.cloud.call('activity', 'a-guest', event)).toMatchObject({ code: 'NEED_REGISTER' })
})

test('names that no person has are refused, names with a middle dot are not', async () => {
  const register = (name: string) =>
    send('account', { action: 'register', input: { ...good.account?.register, name } })
  for (const name of [
    '林',
    ' 林 ',
    '林<b>',
    '林{{x}}',
    '林\n禾',
    '林$禾',
    '😀😀',
    '12345',
    '--',
    "''",
    '𠮷',
    LONG,
  ])
    expect([name, (await register(name)).code]).toEqual([name, 'INVALID_INPUT'])
  // registered already: the name is not looked at any more, but it passed the schema
  expect((await register('阿依古丽·买买提')).code).toBeUndefined()
})
