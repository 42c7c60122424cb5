import { startTestCloud, type TestCloud } from '../../support/cloud'
import { testFunctions, type Outcome } from './test-functions'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ functions: testFunctions })
})
afterAll(() => cloud.stop())

function run<T = unknown>(step: string, input: object = {}) {
  return cloud.call<Outcome<T>>('storage', 'oTester', { step, ...input })
}

test('a file is uploaded, linked, downloaded and removed', async () => {
  const cloudPath = 'avatars/图 b#1?.txt'
  const { data } = await run<{ fileID: string }>('upload', { cloudPath, text: '你好' })
  const fileID = data?.fileID
  expect(fileID).toMatch(/^cloud:\/\/gongjia-local\.[^/]+\/avatars\/图 b#1\?\.txt$/)
  expect((await run('download', { fileID })).data).toBe('你好')

  const link = await run<{ fileList: { tempFileURL: string; status: number }[] }>('link', { fileID })
  const [{ tempFileURL = '', status = -1 } = {}] = link.data?.fileList ?? []
  expect(status).toBe(0)
  const response = await fetch(tempFileURL)
  expect(response.headers.get('content-type')).toContain('text/plain')
  expect(await response.text()).toBe('你好')

  expect(await run('remove', { fileID })).toMatchObject({ data: { fileList: [{ fileID, status: 0 }] } })
  expect(await run('remove', { fileID })).toMatchObject({ data: { fileList: [{ status: -503003 }] } })
  expect((await fetch(tempFileURL)).status).toBe(404)
})

test('an address works as long as it was asked for, and only as it was given', async () => {
  const { data } = await run<{ fileID: string }>('upload', { cloudPath: 'exports/1.txt', text: '名单' })
  const asked = [{ fileID: data?.fileID, maxAge: 1800 }]
  const link = await run<{ fileList: { tempFileURL: string }[] }>('links', { fileList: asked })
  const url = link.data?.fileList[0]?.tempFileURL ?? ''
  expect((await fetch(url)).status).toBe(200)
  expect((await fetch(url.replace(/file\/\w+\./, 'file/zzzzzzzzz.'))).status).toBe(404)
  await cloud.clock.advance(1801_000)
  expect((await fetch(url)).status).toBe(404)
})

test('a second upload to the same path replaces the first', async () => {
  const cloudPath = 'a/b.txt'
  await run('upload', { cloudPath, text: 'old' })
  const { data } = await run<{ fileID: string }>('upload', { cloudPath, text: 'new' })
  expect((await run('download', { fileID: data?.fileID })).data).toBe('new')
})

test.each(['../outside.txt', 'a/../../outside.txt', '/etc/passwd', 'a//b', 'a\\b', ''])(
  'the path %j is refused',
  async cloudPath => {
    expect((await run('upload', { cloudPath, text: 'x' })).data).toBeUndefined()
  },
)

test('nothing outside the storage is reached through its address', async () => {
  for (const name of ['..%2Fkeys.json', '%2e%2e%2fkeys.json', 'file%2F..%2F..%2Fkeys.json', 'keys.json'])
    expect((await fetch(`${cloud.url}/cos/file/${name}`)).status).toBe(404)
  expect((await fetch(`${cloud.url}/cos/upload/guessed`, { method: 'PUT', body: 'x' })).status).toBe(403)
})
