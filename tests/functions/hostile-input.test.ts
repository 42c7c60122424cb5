/**
 * Every field of every action, sent by somebody who may call it: wrong, missing, too long, of another type, made to be taken
 * for a command, or the name of nothing. A clear code, and nothing written.
 */
import { atOnce } from '../../cloudfunctions/_kit/at-once'
import { taskOf } from '../../cloudfunctions/_kit/tasks'
import { permissions, type Permission } from '../../cloudfunctions/_kit/permissions'
import { manifest } from '../../database/manifest'
import type { Reply } from '../../typings/contract'
import type { Cap } from '../../typings/documents'
import { everything } from '../support/invariants'
import { more } from './hostile/more'
import { changed, hostile, LONG, pathsOf, strangerFor, valueAt } from './hostile/values'
import { inputs, type Situation } from './permissions/inputs'
import type { Persona } from './permissions/personas'
import { enter, stage } from './permissions/stage'
import type { World } from './world'
import { codeOf, startWorld } from './world'

const CAPS: readonly Cap[] = ['EDIT', 'APPROVE', 'ROLL', 'JOIN', 'CARE', 'CASE', 'FINANCE', 'REPORT']
const given = { caps: [], orgId: 'org_R', orgPath: '/org_R/', state: 'ACTIVE', expired: false } as const
/** Registered, and may call everything. */
const caller: Persona = {
  key: 'may-everything',
  registered: 'yes',
  given: [
    { ...given, role: 'STAFF', caps: CAPS },
    { ...given, role: 'ADMIN' },
    { ...given, role: 'LAWYER' },
  ],
}
/** Who did what, and how often somebody tried: written before an input is understood. */
const KEPT_ANYHOW = ['audit_pending', 'tries']
const AT_ONCE = 16

/** One way to ask: an action with a right input, whose `optional` fields may be left out. */
interface Asked {
  fn: string
  action: string
  permission: Permission
  input: object
  optional: readonly string[]
}

let world: World
let asked: Asked[]
beforeAll(async () => {
  world = await startWorld()
  // set by the first try of anybody
  await world.add('tasks', [taskOf('PURGE', 'over', world.now + 3600_000)])
  const { inside, outside } = await stage(world)
  await enter(world, caller, [inside, outside])
  const situation: Situation = { of: inside, persona: caller, now: world.now }
  asked = Object.entries(permissions).flatMap(([fn, actions]) =>
    Object.entries(actions as Record<string, Permission>).flatMap(([action, permission]) => {
      const sent = inputs[fn as keyof typeof inputs] as unknown as Record<string, (of: Situation) => object>
      const input = sent[action]?.(situation) ?? {}
      const ways = more[`${fn}.${action}`]?.(situation) ?? [{}]
      return ways.map(way => ({
        ...{ fn, action, permission, optional: Object.keys(way) },
        input: JSON.parse(JSON.stringify({ ...input, ...way })) as object,
      }))
    }),
  )
})
afterAll(() => world.cloud.stop())

async function snapshot(): Promise<string> {
  const names = Object.keys(manifest).filter(name => !KEPT_ANYHOW.includes(name))
  return JSON.stringify(await Promise.all(names.map(name => everything(world.cloud, name))))
}

/** What the cloud answers to an event that no page would send. */
const send = (fn: string, action: unknown, input: unknown) =>
  world.cloud.call<Reply<unknown>>(fn, caller.key, { action, input })

interface Attack {
  asked: Asked
  path: readonly (string | number)[]
  value: unknown
}

/** Sends them all; answers a line for each whose answer is not as `judge` wants it. Nothing may be written. */
async function surprises(
  attacks: readonly Attack[],
  judge: (attack: Attack, reply: Reply<unknown>) => boolean,
): Promise<string[]> {
  const before = await snapshot()
  const lines: string[] = []
  await atOnce(AT_ONCE, attacks, async attack => {
    const { asked, path, value } = attack
    const reply = await send(asked.fn, asked.action, changed(asked.input, path, value))
    if (judge(attack, reply)) return
    const told = reply.ok ? 'OK' : `${reply.code} ${JSON.stringify(reply.detail ?? {})}`
    lines.push(`${titleOf(attack)} = ${JSON.stringify(value)?.slice(0, 60)}: ${told}`)
  })
  if ((await snapshot()) !== before) lines.push('something was written')
  return lines
}

const titleOf = ({ asked: { fn, action }, path }: Attack) => `${fn}.${action}.${path.join('.')}`
const fieldOf = ({ path }: Attack) => String(path.findLast(key => typeof key === 'string'))

/** Free text, and codes that are looked at by what they say. */
const TEXTS =
  'name short reason q text label options notes title body address phoneCode version code token scene'
    .concat(' intro facts advice firm sourceNo')
    .split(' ')
/** What is refused by its meaning, not by its form. */
const MEANINGS: Record<string, readonly string[]> = {
  'account.settingSave.value': ['SETTING_RANGE'],
  'account.orgSave.parentId': ['STALE_REV'],
  'account.firstAdmin.code': ['NO_PERMISSION', 'RATE_LIMITED'],
  'account.resolveScene.scene': ['QR_INVALID'],
  'activity.scanVenue.token': ['CODE_INVALID'],
  'activity.checkIn.code': ['CODE_INVALID'],
  'account.calendarSave.days': ['CALENDAR_GAP'],
}
/** May be empty, or absent. */
const LISTS =
  'notes questions sessions kept options employments consents ids answers opponents fileIds events parties services'.split(
    ' ',
  )

/** '' leaves the one that is there. */
const MAY_BE_EMPTY = ['legal.lawyerSave.licenceNo']

/** A value that is right for one field is no attack on it. */
function harmless(attack: Attack): boolean {
  const { asked, path, value } = attack
  const right = valueAt(asked.input, path)
  const field = fieldOf(attack)
  if (JSON.stringify(value) === JSON.stringify(right)) return true
  if (value === '' && MAY_BE_EMPTY.includes(titleOf(attack))) return true
  if (typeof value === 'string' && value !== LONG) return TEXTS.includes(field)
  if (value === true) return typeof right === 'boolean'
  return LISTS.includes(field) && ['[]', '{}'].includes(JSON.stringify(value))
}

/** The field is named; where one of several forms is wanted, it may be that none of them fits. */
function named({ path }: Attack, reply: Reply<unknown>): boolean {
  if (reply.ok || reply.code !== 'INVALID_INPUT') return false
  const field = String(reply.detail?.field)
  return field === '' || field.startsWith(path.join('.').slice(0, 60))
}

test('every field of every action refuses what it should not be', async () => {
  const attacks = asked.flatMap(one =>
    pathsOf(one.input).flatMap(path => hostile.map(value => ({ asked: one, path, value }))),
  )
  const sent = attacks.filter(
    attack => !harmless(attack) || !attack.asked.permission.writes || MEANINGS[titleOf(attack)] !== undefined,
  )
  const lines = await surprises(sent, (attack, reply) => {
    if (named(attack, reply) || MEANINGS[titleOf(attack)]?.includes(codeOf(reply))) return true
    return harmless(attack) && codeOf(reply) !== 'INTERNAL'
  })
  expect(lines).toEqual([])
}, 120_000)

test('a missing field is named', async () => {
  const attacks = asked.flatMap(one =>
    Object.keys(one.input)
      .filter(field => !one.optional.includes(field))
      .map(field => ({ asked: one, path: [field], value: undefined })),
  )
  expect(await surprises(attacks, named)).toEqual([])
})

test('an unknown field is refused, wherever it stands', async () => {
  const attacks = asked.flatMap(one =>
    [[], ...pathsOf(one.input)]
      .filter(path => {
        const value = valueAt(one.input, path)
        // the keys of answers are those of the questions
        return (
          typeof value === 'object' && value !== null && !Array.isArray(value) && !path.includes('answers')
        )
      })
      .flatMap(path =>
        ['myself', 'holder', '$where', 'constructor', 'a.b'].map(extra => ({
          ...{ asked: one, path: [...path, extra], value: 'x' },
        })),
      ),
  )
  expect(await surprises(attacks, named)).toEqual([])
})

test('what is well written and names nothing is refused or finds nothing', async () => {
  const attacks = asked.flatMap(one =>
    pathsOf(one.input).flatMap(path => {
      const value = strangerFor(valueAt(one.input, path))
      // a new request, and another page, are no attack
      const own = path.includes('opId') || (path.includes('cursor') && one.permission.writes)
      return value === undefined || own ? [] : [{ asked: one, path, value }]
    }),
  )
  const lines = await surprises(attacks, (_, reply) => codeOf(reply) !== 'INTERNAL')
  expect(lines).toEqual([])
})

test('an input that is no object is refused', async () => {
  for (const { fn, action } of asked)
    for (const input of [undefined, null, 'text', 1, true])
      expect(await send(fn, action, input)).toMatchObject({ ok: false, code: 'INVALID_INPUT' })
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
  for (const fn of Object.keys(permissions))
    expect(await send(fn, action, {})).toMatchObject({
      code: 'INVALID_INPUT',
      detail: { field: 'action' },
    })
})

test('an empty event is refused', async () => {
  expect(await world.cloud.call('activity', caller.key, {})).toMatchObject({ code: 'INVALID_INPUT' })
})

test('nobody can say in the input who they are', async () => {
  const { sessionId } = await world.activity({ starts: [72] })
  const event = {
    action: 'signUp',
    input: { sessionId, rulesVersion: 1 },
    userInfo: { openId: caller.key },
    OPENID: caller.key,
  }
  expect(await world.cloud.call('activity', 'a-guest', event)).toMatchObject({ code: 'NEED_REGISTER' })
})

test('names that no person has are refused, names with a middle dot are not', async () => {
  const right = asked.find(({ action }) => action === 'register')?.input
  const register = (name: string) => send('account', 'register', { ...right, name })
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
    expect([name, codeOf(await register(name))]).toEqual([name, 'INVALID_INPUT'])
  // registered already: the name is not looked at any more, but it passed the schema
  expect(codeOf(await register('阿依古丽·买买提'))).toBe('OK')
})
