import { optional, pipe, maxLength, strictObject, string } from 'valibot'
import { AppError } from '../../../cloudfunctions/_kit/errors'
import type { ActionsOf, PersonRequest, StaffRequest, Subject } from '../../../cloudfunctions/_kit/action'
import { phoneHash } from '../../../cloudfunctions/_kit/crypto'
import { serve, serveTable } from '../../../cloudfunctions/_kit/serve'
import type { AuditEntry, Cap, Grant } from '../../../typings/documents'
import { personId, personOf, secrets } from '../world'
import type { TestCloud } from '../../support/cloud'
import { startTestCloud } from '../../support/cloud'

const nothing = strictObject({})
let ran = 0
const staffed = { who: 'staff', caps: ['EDIT', 'ROLL'] } as const
const main = serveTable(
  'test',
  {
    open: { who: 'guest' },
    forWorkers: { who: 'worker' },
    conflict: { who: 'guest' },
    shut: { who: 'worker' },
    one: { ...staffed, scope: 'ONE', audited: true },
    list: { ...staffed, scope: 'LIST' },
    forAdmins: { who: 'admin', audited: true },
  },
  {
    open: {
      input: strictObject({ text: optional(pipe(string(), maxLength(5))) }),
      run: ({ personId, now }) => ({ personId, now }),
    },
    forWorkers: { input: nothing, run: request => (request as PersonRequest).me.status },
    conflict: {
      input: nothing,
      run: () => {
        throw Object.assign(new Error('[ResourceUnavailable.TransactionConflict] busy'), { errCode: -501001 })
      },
    },
    shut: {
      input: nothing,
      peek: () => {
        throw new AppError('FULL')
      },
      run: () => {
        ran++
        return 'never'
      },
    },
    one: {
      input: strictObject({ orgPath: string(), sessionId: optional(string()) }),
      load: async (_request, input) => {
        const { orgPath } = input as Subject
        if (orgPath === '/nowhere/') throw new AppError('NOT_FOUND')
        return { orgPath }
      },
      run: (_request, _input, subject) => subject?.orgPath,
    },
    list: { input: nothing, run: request => (request as StaffRequest).scope.paths },
    forAdmins: { input: strictObject({ phone: optional(string()) }), run: () => 'administered' },
  },
)

const lacking = (actions: Omit<ActionsOf<'insight'>, 'poster'>) =>
  // @ts-expect-error an action that the contract names and nobody handles does not compile
  serve('insight', actions)
void lacking

let cloud: TestCloud
const logged: string[] = []
beforeAll(async () => {
  cloud = await startTestCloud({ functions: '/nonexistent' })
  Object.assign(process.env, cloud.sdk(), {
    TCB_ENV: 'local',
    GJ_PEPPER: secrets.pepper,
    GJ_KEYS: secrets.keys,
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
    WX_APPID: 'wxlocal',
  })
  await cloud.db
    .collection('persons')
    .add([
      personOf('a-worker', 1),
      { ...personOf('a-member', 1), status: 'MEMBER' },
      { ...personOf('without-consent', 1), consents: { PROFILE: '1' } },
    ])
  await cloud.db
    .collection('grants')
    .add([
      grant('staff', ['ROLL'], '/org_R/org_S2/'),
      grant('staff', ['CARE'], '/org_R/org_S3/'),
      grant('all-over', ['EDIT', 'ROLL'], '/org_R/'),
      grant('all-over', ['EDIT'], '/org_R/org_S1/'),
      grant('carer', ['CARE'], '/org_R/'),
      grant('expired', ['EDIT'], '/org_R/', { untilDate: '2000-01-01' }),
      grant('pending', ['EDIT'], '/org_R/', { state: 'PENDING' }),
      grant('lawyer', ['EDIT'], '/org_R/', { role: 'LAWYER' }),
      grant('admin', [], '/org_R/', { role: 'ADMIN' }),
    ])
  jest.spyOn(console, 'log').mockImplementation((line: string) => void logged.push(line))
})
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.stop()
})

let grants = 0
function grant(openid: string, caps: Cap[], orgPath: string, fields: Partial<Grant> = {}) {
  const _id = `gr_${++grants}`
  const of = { personId: personId(openid), role: 'STAFF', state: 'ACTIVE', untilDate: '2999-12-31' }
  return { _id, ...of, caps, orgPath, ...fields }
}

function ask(openid: string | undefined, event: unknown) {
  if (openid === undefined) delete process.env['WX_OPENID']
  else process.env['WX_OPENID'] = openid
  return main(event, { request_id: 'r-1' })
}
const code = async (openid: string | undefined, action: string, input: object = {}) => {
  const reply = await ask(openid, { action, input })
  return reply.ok ? reply.data : reply.code
}

test('a guest is known by a keyed name, whatever the input says', async () => {
  const reply = await ask('a-guest', { action: 'open', input: {}, userInfo: { openId: 'a-worker' } })
  expect(reply).toMatchObject({ ok: true, data: { personId: personId('a-guest'), now: reply.serverAt } })
})

test('who may: guests, workers who agreed, and nobody without an identity', async () => {
  expect(await code('a-guest', 'forWorkers')).toBe('NEED_REGISTER')
  expect(await code('without-consent', 'forWorkers')).toBe('NEED_CONSENT')
  expect(await code('a-worker', 'forWorkers')).toBe('REGISTERED')
  expect(await code('a-member', 'forWorkers')).toBe('MEMBER')
  expect(await code(undefined, 'open')).toBe('NO_PERMISSION')
})

test('staff act on what lies in their subtree, with a capability that fits', async () => {
  const one = (openid: string, orgPath: string) => code(openid, 'one', { orgPath })
  expect(await one('staff', '/org_R/org_S2/org_U2/')).toBe('/org_R/org_S2/org_U2/')
  // the capability there is another one
  expect(await one('staff', '/org_R/org_S3/')).toBe('OUT_OF_SCOPE')
  expect(await one('staff', '/org_R/')).toBe('OUT_OF_SCOPE')
  expect(await one('staff', '/org_R/org_S22/')).toBe('OUT_OF_SCOPE')
  expect(await one('staff', '')).toBe('OUT_OF_SCOPE')
  expect(await one('staff', '/nowhere/')).toBe('NOT_FOUND')
})

test('a list reaches as far as the grants that fit, none below another', async () => {
  expect(await code('staff', 'list')).toEqual(['/org_R/org_S2/'])
  expect(await code('all-over', 'list')).toEqual(['/org_R/'])
})

test.each(['carer', 'expired', 'pending', 'lawyer', 'admin', 'a-member', 'a-guest'])(
  '%s is no staff for it, before anything is read',
  async openid => {
    expect(await code(openid, 'one', { orgPath: '/nowhere/' })).toBe('NO_PERMISSION')
    expect(await code(openid, 'list')).toBe('NO_PERMISSION')
  },
)

test('administration is for administrators', async () => {
  expect(await code('admin', 'forAdmins')).toBe('administered')
  for (const openid of ['staff', 'all-over', 'lawyer', 'a-member'])
    expect(await code(openid, 'forAdmins')).toBe('NO_PERMISSION')
})

test('what is recorded says who, what, about which object and where, and carries no number', async () => {
  const rows = async () =>
    (await cloud.find<AuditEntry>('audit_pending')).map(({ actorId, action, refId, orgPath }) => ({
      actorId,
      action,
      refId,
      orgPath,
    }))
  await cloud.db.collection('audit_pending').where({}).remove()
  await code('staff', 'one', { orgPath: '/org_R/org_S2/', sessionId: 'se_1' })
  await code('staff', 'one', { orgPath: '/org_R/org_S3/', sessionId: 'se_1' })
  await code('admin', 'forAdmins', { phone: '13800000001' })
  expect(await rows()).toEqual([
    { actorId: personId('staff'), action: 'test.one', refId: 'se_1', orgPath: '/org_R/org_S2/' },
    {
      actorId: personId('admin'),
      action: 'test.forAdmins',
      refId: phoneHash('13800000001', secrets),
      orgPath: '',
    },
  ])
})

test('what anyone may know is refused before the account is read', async () => {
  logged.length = 0
  expect(await code('a-guest', 'shut')).toBe('FULL')
  expect(ran).toBe(0)
  expect(JSON.parse(logged[0] ?? '')).toMatchObject({ fn: 'test', action: 'shut', code: 'FULL', calls: 0 })
})

test('a conflict is told as one that may be tried again, later for some than for others', async () => {
  const reply = await ask('a-guest', { action: 'conflict', input: {} })
  expect(reply).toMatchObject({ ok: false, code: 'CONFLICT_RETRY' })
  const wait = reply.ok ? 0 : (reply.detail?.retryAfterMs ?? 0)
  expect(wait).toBeGreaterThanOrEqual(300)
  expect(wait).toBeLessThan(900)
})

test.each([undefined, null, 'text', 7, [], {}, { action: 'open', input: { text: 'too long' } }])(
  'an event that no page sends is INVALID_INPUT: %j',
  async event => {
    expect(await ask('a-guest', event)).toMatchObject({ ok: false, code: 'INVALID_INPUT' })
  },
)

test('an unknown action is not printed: it may be anything', async () => {
  logged.length = 0
  await ask('a-guest', { action: '13800000001', input: {} })
  expect(JSON.parse(logged[0] ?? '')).toMatchObject({ action: '?', code: 'INVALID_INPUT' })
})
