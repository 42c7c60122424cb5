/** Who may call what: every action of the table, asked of the functions by every persona, inside and outside their organisations. */
import { permissions, type Permission } from '../../cloudfunctions/_kit/permissions'
import type { Reply } from '../../typings/contract'
import { inputs, type Situation } from './permissions/inputs'
import { personas } from './permissions/personas'
import { stage, type Side } from './permissions/stage'
import { fits, verdict } from './permissions/verdict'
import type { World } from './world'
import { codeOf, startWorld } from './world'

/** What belongs to the district, not to one of its organisations. */
const OF_ALL = ['menuSave']
/** What tells of one side. */
const SIGNS = [
  ...(['title', 'activityId', 'sessionId', 'approvalId'] as const),
  ...(['lawyerId', 'appointmentId', 'swapId'] as const),
]

interface Asked {
  fn: string
  action: string
  permission: Permission
  input(situation: Situation): object
}

/** What only reads comes first: it is asked of a stage that nothing was changed on. */
const order = ({ permission }: Asked) => (permission.writes ? 1 : 0)

const table: Asked[] = Object.entries(permissions)
  .flatMap(([fn, actions]) =>
    Object.entries(actions as Record<string, Permission>).map(([action, permission]) => {
      const sent = inputs[fn as keyof typeof inputs] as unknown as Record<string, Asked['input']>
      const input = sent[action]
      if (!input) throw new Error(`no input for ${fn}.${action}`)
      return { fn, action, permission, input }
    }),
  )
  .sort((a, b) => order(a) - order(b))

let world: World
let sides: { inside: Side; outside: Side }
beforeAll(async () => {
  world = await startWorld({ instances: 2 })
  sides = await stage(world)
})
afterAll(() => world.cloud.stop())

/** Every persona asks; answers each line that the table did not want. */
async function surprises({ fn, action, permission, input }: Asked): Promise<string[]> {
  const { inside, outside } = sides
  const one = aboutOne(permission)
  const asked = personas.flatMap(persona => (one ? [inside, outside] : [inside]).map(of => ({ persona, of })))
  const lines = await Promise.all(
    asked.map(async ({ persona, of }) => {
      const openid = persona.key === 'nobody' ? undefined : persona.key
      const reply = await world.ask(fn, openid, action, input({ of, persona, now: world.now }))
      const orgPath = OF_ALL.includes(action) ? '/org_R/' : of.orgPath
      const expected = verdict(permission, persona, orgPath)
      const where = one ? ` (${of.title})` : ''
      return [
        ...(fits(expected, codeOf(reply)) ? [] : [`${persona.key}${where}: ${expected}, got ${told(reply)}`]),
        ...foreign(permission, persona.given, reply).map(title => `${persona.key}: is shown ${title}`),
      ]
    }),
  )
  return lines.flat()
}

function aboutOne(permission: Permission): boolean {
  return permission.who === 'lawyer'
    ? permission.or !== undefined
    : permission.who === 'staff' && permission.scope === 'ONE'
}

/** What a list shows of organisations that are not the caller's. */
function foreign(
  permission: Permission,
  given: readonly { orgPath: string }[],
  reply: Reply<unknown>,
): string[] {
  if (permission.who !== 'staff' || permission.scope !== 'LIST' || !reply.ok) return []
  const text = JSON.stringify(reply.data)
  return Object.values(sides)
    .filter(({ orgPath }) => !given.some(one => orgPath.startsWith(one.orgPath)))
    .flatMap(side => SIGNS.map(sign => side[sign]))
    .filter(sign => text.includes(sign))
}

const told = (reply: Reply<unknown>): string =>
  reply.ok ? 'OK' : `${reply.code} ${JSON.stringify(reply.detail ?? {})}`

test.each(table.map(asked => [`${asked.fn}.${asked.action}`, asked] as const))(
  '%s is for whom the table says',
  async (_name, asked) => {
    expect(await surprises(asked)).toEqual([])
  },
)

test.each(['rotaView', 'ruleSave', 'leaveSave'] as const)(
  'legal.%s of another lawyer is not for a lawyer',
  async action => {
    const { inside: of } = sides
    const persona = personas.find(({ key }) => key === 'lawyer-persona')
    if (!persona) throw new Error('no lawyer')
    const input = { ...inputs.legal[action]({ of, persona, now: world.now }), lawyerId: of.lawyerId }
    expect(codeOf(await world.ask('legal', persona.key, action, input))).toBe('OUT_OF_SCOPE')
  },
)

test('the table of the test is the table of the functions', () => {
  expect(table).toHaveLength(Object.values(inputs).flatMap(actions => Object.keys(actions)).length)
})
