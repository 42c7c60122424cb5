import { optional, pipe, maxLength, strictObject, string } from 'valibot'
import { AppError } from '../../../cloudfunctions/_kit/errors'
import type { PersonRequest } from '../../../cloudfunctions/_kit/action'
import { serveTable } from '../../../cloudfunctions/_kit/serve'
import { personId, personOf, secrets } from '../world'
import type { TestCloud } from '../../support/cloud'
import { startTestCloud } from '../../support/cloud'

const nothing = strictObject({})
let ran = 0
const main = serveTable(
  'test',
  {
    open: { who: 'guest' },
    forWorkers: { who: 'worker' },
    conflict: { who: 'guest' },
    shut: { who: 'worker' },
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
  },
)

// @ts-expect-error an action that the contract names and nobody handles does not compile
serve<Api>({ open: { who: 'guest', input: nothing, run: () => ({ personId: '', now: 0 }) } })

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
  const worker = personOf('a-worker', 1)
  await cloud.db.collection('persons').add([worker, { ...personOf('a-member', 1), status: 'MEMBER' }])
  jest.spyOn(console, 'log').mockImplementation((line: string) => void logged.push(line))
})
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.stop()
})

function ask(openid: string | undefined, event: unknown) {
  if (openid === undefined) delete process.env['WX_OPENID']
  else process.env['WX_OPENID'] = openid
  return main(event, { request_id: 'r-1', function_name: 'sample' })
}
const code = async (openid: string | undefined, action: string) => {
  const reply = await ask(openid, { action, input: {} })
  return reply.ok ? reply.data : reply.code
}

test('a guest is known by a keyed name, whatever the input says', async () => {
  const reply = await ask('a-guest', { action: 'open', input: {}, userInfo: { openId: 'a-worker' } })
  expect(reply).toMatchObject({ ok: true, data: { personId: personId('a-guest'), now: reply.serverAt } })
})

test('who may: guests, workers, members', async () => {
  expect(await code('a-guest', 'forWorkers')).toBe('NEED_REGISTER')
  expect(await code('a-worker', 'forWorkers')).toBe('REGISTERED')
  expect(await code('a-guest', 'forMembers')).toBe('NEED_REGISTER')
  expect(await code('a-worker', 'forMembers')).toBe('NO_PERMISSION')
  expect(await code('a-member', 'forMembers')).toBe('MEMBER')
  expect(await code(undefined, 'open')).toBe('NO_PERMISSION')
})

test('what anyone may know is refused before the account is read', async () => {
  logged.length = 0
  expect(await code('a-guest', 'shut')).toBe('FULL')
  expect(ran).toBe(0)
  expect(JSON.parse(logged[0] ?? '')).toMatchObject({ fn: 'sample', action: 'shut', code: 'FULL', calls: 0 })
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
