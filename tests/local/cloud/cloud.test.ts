import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { RunningCloud } from '../../../local/cloud/cloud'
import { startCloud } from '../../../local/cloud/cloud'
import type { Demo } from '../../../local/cloud/demo'
import { testFunctions } from './test-functions'

const lin = { key: 'lin', openid: 'oLin', name: '林', note: '职工' }
const code = { title: '签到', note: '活动室门口', scene: 'c=1' }
const hall = { name: '职工之家', address: '金桥路1号', lng: 116.4, lat: 39.9 }
const demo: Demo = {
  personas: () => [lin],
  codes: () => [code],
  places: () => [hall],
  phoneOf: openid => (openid === lin.openid ? '13912345678' : undefined),
}

let folder: string
let cloud: RunningCloud

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongjia-cloud-'))
  const staticRoot = path.join(folder, 'static')
  mkdirSync(path.join(staticRoot, 'assets'), { recursive: true })
  writeFileSync(path.join(staticRoot, 'index.html'), '<title>工作台</title>')
  writeFileSync(path.join(staticRoot, 'assets/phone.js'), 'phone()')
  cloud = await startCloud({
    data: path.join(folder, 'data'),
    port: 0,
    functions: testFunctions,
    instanceEntry: 'not needed here',
    staticRoot,
    demo: async ({ database, clock }) => {
      await database.insert('orgs', [{ _id: 'o1', path: '/o1', at: new Date(clock.now()) }])
      return demo
    },
  })
})
afterAll(async () => {
  await cloud.stop()
  rmSync(folder, { recursive: true })
})

const json = async (address: string, body?: object) =>
  (
    await fetch(cloud.url + address, body && { method: 'POST', body: JSON.stringify(body) })
  ).json() as Promise<object>

test('the demo brings people, codes and places, and may fill the database before the first request', async () => {
  expect(await json('/local/state')).toMatchObject({ personas: [lin], codes: [code], places: [hall] })
  expect(await cloud.database.count('orgs', {})).toBe(1)
})

test('a phone code stands for the phone of its person', async () => {
  const { code } = (await json('/local/phone-code', { openid: lin.openid })) as { code: string }
  const asked = await json('/admin', {
    action: 'wx.api',
    apiName: 'phonenumber.getPhoneNumber',
    requestData: JSON.stringify({ code }),
  })
  expect(JSON.stringify(asked)).toContain('13912345678')
})

test('the workbench is served with its types, and nothing outside its folder', async () => {
  const page = await fetch(`${cloud.url}/`)
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await page.text()).toContain('工作台')
  const script = await fetch(`${cloud.url}/assets/phone.js`)
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  const etag = script.headers.get('etag') ?? ''
  const again = await fetch(`${cloud.url}/assets/phone.js`, { headers: { 'if-none-match': etag } })
  expect(again.status).toBe(304)
  for (const outside of [
    '/..%2Fdata%2Fkeys.json',
    '/%2e%2e/data/keys.json',
    '/assets',
    '/nothing.js',
    '/%00',
  ])
    expect((await fetch(cloud.url + outside)).status).toBe(404)
})

test('a control request that makes no sense is told so', async () => {
  const bad = async (address: string, body: string) =>
    (await fetch(cloud.url + address, { method: 'POST', body })).status
  expect(await bad('/local/clock', '{}')).toBe(400)
  expect(await bad('/local/clock', '{"at":1e300}')).toBe(400)
  expect(await bad('/local/clock', 'not JSON')).toBe(400)
  expect(await bad('/local/phone-code', '{}')).toBe(400)
})
