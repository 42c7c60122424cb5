import { logFailure } from '../../cloudfunctions/_kit/log'
import { agreements } from '../../miniprogram/shared/agreements'
import type { World } from './world'
import { codeOf, ok, startWorld } from './world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.cloud.stop())

test('each request prints one line with what it cost, and nothing of the person', async () => {
  const input = {
    name: '欧阳小川',
    employment: 'RIDER' as const,
    phoneCode: await world.cloud.phoneCode('secret-openid'),
    consents: [
      { purpose: 'PROFILE' as const, version: agreements.PROFILE.version },
      { purpose: 'PHONE' as const, version: agreements.PHONE.version },
    ],
  }
  const me = ok(await world.account('secret-openid', 'register', input))
  const { sessionId } = await world.activity({ places: 1 })
  ok(await world.activities('secret-openid', 'signUp', { sessionId, rulesVersion: 1 }))
  expect(codeOf(await world.activities('secret-openid', 'cancel', { sessionId, reason: '家里有事' }))).toBe(
    'OK',
  )
  const printed = world.cloud.lines.join('\n')
  expect(printed).not.toMatch(/欧阳|secret-openid|138\d{8}|家里/)
  expect(printed).not.toContain(me.personId)
  const logged = world.cloud.lines.flatMap(line => {
    const json = /\{"fn".*\}/.exec(line)?.[0]
    return json ? [JSON.parse(json) as Record<string, unknown>] : []
  })
  expect(logged.map(({ fn, action, code }) => [fn, action, code])).toEqual([
    ['account', 'register', 'OK'],
    ['activity', 'signUp', 'OK'],
    ['activity', 'cancel', 'OK'],
  ])
  for (const { ms, calls, requestId } of logged)
    expect([typeof ms, typeof calls, typeof requestId]).toEqual(['number', 'number', 'string'])
})

test('what goes wrong inside is told as INTERNAL with the request id that the log has', async () => {
  const before = world.cloud.lines.length
  // a person whose name nobody can open: sealed under a key that is gone
  await world.people(['broken'], { name: { kid: 'gone', iv: 'AA', ct: 'AA', tag: 'AA' } })
  const reply = await world.account('broken', 'boot', {})
  expect(reply).toMatchObject({ ok: false, code: 'INTERNAL', detail: { requestId: expect.any(String) } })
  const { requestId = '' } = reply.ok ? {} : (reply.detail ?? {})
  const lines = world.cloud.lines.slice(before).filter(line => line.includes(requestId))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('no key gone')
})

test('what went wrong is told without phone numbers, ids of persons, WeChat identities and Chinese words', () => {
  const print = jest.spyOn(console, 'log').mockImplementation(() => undefined)
  const openid = 'oGZUI0egBJY1zhBYw2KhdUfwVJJE'
  const text = `errCode 40003 touser ${openid} 13800006620 p_01TEST00000000000000000001 林小禾 of 3 templates`
  logFailure('jobs', 'nt_1', new Error(text))
  const [line = ''] = print.mock.calls.map(([first]) => String(first))
  print.mockRestore()
  expect(line).not.toMatch(/oGZUI|13800006620|p_01TEST|林/)
  expect(line).toContain('errCode 40003 touser')
  expect(line).toContain('of 3 templates')
})
