import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { startTestCloud, type TestCloud } from '../../support/cloud'
import { startProgram } from '../../support/cloud-program'
import { testFunctions } from './test-functions'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ functions: testFunctions })
  await cloud.db.createCollection('things')
})
afterAll(() => cloud.stop())

/** How a program ended that was to fail. */
function failure(args: string[]) {
  return promisify(execFile)(process.execPath, args).then(
    () => undefined,
    (error: { code: number; stderr: string }) => error,
  )
}

test('what was acknowledged is there after a power cut in the middle of writing', async () => {
  const acknowledged: string[] = []
  const writer = (async () => {
    for (let i = 0; ; i++) {
      await cloud.db.collection('things').add({ _id: `w${i}` })
      acknowledged.push(`w${i}`)
    }
  })()
  const stopped = writer.catch(() => 'stopped')
  await new Promise(resolve => setTimeout(resolve, 300))
  await cloud.kill()
  await stopped
  await cloud.restart()
  expect(acknowledged.length).toBeGreaterThan(10)
  const found = new Set((await cloud.find<{ _id: string }>('things')).map(({ _id }) => _id))
  expect(acknowledged.slice(0, 1000).filter(id => !found.has(id))).toEqual([])
})

test('keys are made once and stay', async () => {
  const keys = () => readFileSync(path.join(cloud.data, 'keys.json'), 'utf8')
  const before = keys()
  await cloud.restart()
  expect(keys()).toBe(before)
  expect(JSON.parse(before)).toEqual({
    GJ_PEPPER: expect.stringMatching(/^.{44}$/) as string,
    GJ_KEYS: expect.stringMatching(/^k1:.{44}$/) as string,
  })
})

test('the collections and indexes of the project are declared at the start', async () => {
  await cloud.db.collection('orgs').add({ _id: 'o1', path: '/1' })
  await expect(cloud.db.collection('orgs').add({ _id: 'o2', path: '/1' })).rejects.toMatchObject({
    message: expect.stringMatching(/E11000 .*index: path/) as string,
  })
})

test('functions see the moved clock, and so does the server date', async () => {
  const at = Date.parse('2027-02-06T00:00:00Z')
  await cloud.clock.set(at)
  type Seen = { now: number; date: number; text: number }
  const seen = await cloud.call<Seen>('misbehave', undefined, { step: 'time' })
  for (const time of [seen.now, seen.date]) expect(Math.abs(time - at)).toBeLessThan(10_000)
  expect(seen.text).toBe(2027)
  await cloud.clock.advance(86_400_000)
  const later = await cloud.call<Seen>('misbehave', undefined, { step: 'time' })
  expect(later.now - seen.now).toBeGreaterThanOrEqual(86_400_000)
  await cloud.call('database', undefined, { step: 'addRich', name: 'things' })
  const [{ server = 0 } = {}] = await cloud.find<{ server: Date }>('things', { _id: 'rich' })
  expect(Number(server) - later.now).toBeGreaterThanOrEqual(1000)
})

test('time stands still while the program does not run', async () => {
  const { now } = await cloud.clock.read()
  await cloud.restart()
  expect((await cloud.clock.read()).now - now).toBeLessThan(2000)
})

test('a port that is taken is told in one sentence', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'gongjia-port-'))
  const args = [path.resolve('dist/local/cli.js'), '--port', new URL(cloud.url).port, '--data', data]
  const error = await failure(args)
  rmSync(data, { recursive: true })
  expect(error?.code).toBe(1)
  expect(error?.stderr.trim().split('\n')).toHaveLength(1)
  expect(error?.stderr).toMatch(/已被占用.*is in use/)
})

test('a data folder belongs to one program', async () => {
  const args = [path.resolve('dist/local/cli.js'), '--port', '0', '--data', cloud.data]
  const error = await failure(args)
  expect(error?.code).toBe(1)
  expect(error?.stderr).toMatch(/正被另一个进程.*is in use by process/)
})

test.each([['--port', 'abc'], ['--port='], ['--instances', '0'], ['--prot', '1'], ['--data', __filename]])(
  'what makes no sense is told in one sentence: %s %s',
  async (...args) => {
    const data = path.join(tmpdir(), 'gongjia-never-made')
    const error = await failure([path.resolve('dist/local/cli.js'), '--data', data, ...args])
    expect(error?.code).toBe(1)
    expect(error?.stderr.trim().split('\n')).toHaveLength(1)
    expect(existsSync(data)).toBe(false)
  },
)

test('a second Ctrl-C does not cut the stop short', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'gongjia-stop-'))
  const program = path.resolve('dist/local/cli.js')
  const { pid, end } = await startProgram(program, ['--port', '0', '--data', data], [])
  const ended = end('SIGINT')
  for (const wait of [0, 1, 1]) {
    await new Promise(resolve => setTimeout(resolve, wait))
    if (existsSync(path.join(data, 'running.pid'))) process.kill(pid, 'SIGINT')
  }
  await ended
  expect(JSON.parse(readFileSync(path.join(data, 'clock.json'), 'utf8'))).toMatchObject({ clean: true })
  expect(existsSync(path.join(data, 'running.pid'))).toBe(false)
  rmSync(data, { recursive: true })
})

/** fetch does not let a program say which host it means. */
function status(host: string, path = '/local/state'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(cloud.url)
    const options = { host: '127.0.0.1', port, path, headers: { host: `${host}:${port}` } }
    get(options, response => resolve(response.resume().statusCode)).on('error', reject)
  })
}

test('a site whose name was pointed at this machine is refused', async () => {
  expect(await status('rebound.example')).toBe(403)
  for (const own of ['127.0.0.1', 'localhost', '[::1]']) expect(await status(own)).toBe(200)
})

test('an address that is malformed is told so', async () => {
  for (const path of ['/%', '//', '/call/%ff']) expect(await status('localhost', path)).toBe(400)
})

test('a page of another site is refused', async () => {
  const headers = { origin: 'https://example.com' }
  expect((await fetch(`${cloud.url}/call/caller`, { method: 'POST', headers })).status).toBe(403)
  expect((await fetch(`${cloud.url}/local/state`, { headers: { origin: cloud.url } })).status).toBe(200)
})

test('the state of the cloud has time, people, codes and what was sent', async () => {
  const state = (await (await fetch(`${cloud.url}/local/state`)).json()) as object
  expect(state).toMatchObject({ now: expect.any(Number) as number, personas: [], codes: [], outbox: [] })
  expect((await fetch(`${cloud.url}/local/nothing`)).status).toBe(404)
})
