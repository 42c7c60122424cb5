import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CallFailed, startTestCloud, type TestCloud } from '../../support/cloud'
import { testFunctions } from './test-functions'

interface Caller {
  openid?: string
  appid: string
  source: string
  userInfo: { appId: string; openId?: string }
  later?: string
  leaked: boolean
  inner?: Caller
  many?: string[]
  pid: number
  zone: [string, number]
  keys: boolean[]
  home?: string
}

let cloud: TestCloud
const folder = mkdtempSync(path.join(tmpdir(), 'gongjia-functions-'))

beforeAll(async () => {
  cpSync(testFunctions, folder, { recursive: true })
  cloud = await startTestCloud({ functions: testFunctions, instances: 3 })
})
afterAll(async () => {
  await cloud.stop()
  rmSync(folder, { recursive: true })
})

function misbehave(step: string, input: object = {}) {
  return cloud.call('misbehave', 'oTester', { step, ...input })
}

async function failure(call: Promise<unknown>): Promise<CallFailed> {
  const error = await call.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (error instanceof CallFailed) return error
  throw new Error('the call did not fail')
}

test('a function learns who calls, from where, and nothing of the machine', async () => {
  const seen = await cloud.call<Caller>('caller', 'oLin', {})
  expect(seen).toMatchObject({
    openid: 'oLin',
    appid: 'wxlocal',
    source: 'wx_client',
    userInfo: { appId: 'wxlocal', openId: 'oLin' },
    zone: ['UTC', 0],
    keys: [true, true],
  })
  expect(seen.home).toBeUndefined()
})

test('a call without an identity has no openid', async () => {
  expect((await cloud.call<Caller>('caller', undefined)).openid).toBeUndefined()
})

test('forty calls at once each see their own caller, and nothing an earlier call left behind', async () => {
  const people = Array.from({ length: 40 }, (_, i) => `oPerson${i}`)
  const seen = await Promise.all(people.map(openid => cloud.call<Caller>('caller', openid, { ms: 20 })))
  expect(seen.map(({ openid }) => openid)).toEqual(people)
  expect(seen.map(({ later }) => later)).toEqual(people)
  expect(seen.some(({ leaked }) => leaked)).toBe(false)
  expect(new Set(seen.map(({ pid }) => pid)).size).toBeLessThanOrEqual(3)
})

test('a function called by a function knows the first caller', async () => {
  const { inner } = await cloud.call<Caller>('caller', 'oLin', { nested: 2 })
  expect(inner).toMatchObject({ openid: 'oLin', source: 'wx_client,scf', inner: { openid: 'oLin' } })
})

test('nested calls do not deadlock when every instance is taken', async () => {
  const people = Array.from({ length: 9 }, (_, i) => `oPerson${i}`)
  const seen = await Promise.all(
    people.map(openid => cloud.call<Caller>('caller', openid, { nested: 1, also: 3 })),
  )
  expect(seen.map(({ inner, many }) => [inner?.openid, many])).toEqual(people.map(id => [id, [id, id, id]]))
})

test('functions that call each other without end are stopped', async () => {
  const error = await failure(cloud.call('caller', 'oLin', { nested: 20 }))
  expect(error.errMsg).toContain('call each other more than 8 deep')
})

test('a call takes as long as its config.json allows, and its instance is replaced', async () => {
  const before = await misbehave('pid')
  const error = await failure(misbehave('hang'))
  expect(error).toMatchObject({ status: 504, errCode: -504003 })
  expect(error.errMsg).toContain('Invoking task timed out after 1 seconds')
  expect(await misbehave('pid')).not.toBe(before)
})

test('a function that never yields is stopped too', async () => {
  expect(await failure(misbehave('spin'))).toMatchObject({ status: 504, errCode: -504003 })
})

test('an instance that dies fails its own caller only', async () => {
  const others = ['oA', 'oB'].map(openid => cloud.call<Caller>('caller', openid, { ms: 50 }))
  const [error, result] = await Promise.all([failure(misbehave('exit')), misbehave('pid')])
  expect(error).toMatchObject({ status: 502, errCode: -504002 })
  expect(error.errMsg).toContain('Process exited unexpectedly before completing request (code 3)')
  expect(result).toEqual(expect.any(Number))
  expect((await Promise.all(others)).map(({ openid }) => openid)).toEqual(['oA', 'oB'])
})

test('what a function throws arrives as an execution failure', async () => {
  const error = await failure(misbehave('throw'))
  expect(error).toMatchObject({ status: 502, errCode: -504002 })
  expect(error.errMsg).toContain('thrown on purpose')
})

test('a function that does not exist answers 404, and no name reaches another folder', async () => {
  expect(await failure(cloud.call('nobody', 'oLin'))).toMatchObject({ status: 404, errCode: -501000 })
  expect(await failure(cloud.call('..%2Ffunctions%2Fcaller', 'oLin'))).toMatchObject({ status: 404 })
  expect(await failure(cloud.call('__proto__', 'oLin'))).toMatchObject({ status: 404 })
})

test('an event may have 100 KB', async () => {
  const error = await failure(cloud.call('caller', 'oLin', { fat: 'x'.repeat(101 * 1024) }))
  expect(error).toMatchObject({ status: 413, errCode: -501007 })
})

test('a function that returns nothing answers null, and what it prints is passed on', async () => {
  expect(await misbehave('nothing')).toBeNull()
  await misbehave('say', { text: 'hello from inside' })
  await new Promise(resolve => setTimeout(resolve, 100))
  expect(cloud.lines).toContain('[misbehave] hello from inside')
})

test('a function that cannot be loaded says why to each caller; once built again it runs', async () => {
  const entry = path.join(folder, 'misbehave/index.js')
  const other = await startTestCloud({ functions: folder })
  try {
    writeFileSync(entry, 'syntax error')
    expect((await failure(other.call('misbehave', 'oLin'))).errMsg).toContain('SyntaxError')
    writeFileSync(entry, 'exports.main = () => "built again"')
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(await other.call('misbehave', 'oLin')).toBe('built again')
    writeFileSync(entry, 'process.exit(1)')
    await new Promise(resolve => setTimeout(resolve, 300))
    expect((await failure(other.call('misbehave', 'oLin'))).errMsg).toContain('while the function was loaded')
  } finally {
    await other.stop()
  }
})
