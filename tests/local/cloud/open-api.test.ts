import { startTestCloud, type TestCloud } from '../../support/cloud'
import { testFunctions, type Outcome } from './test-functions'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ functions: testFunctions })
})
afterAll(() => cloud.stop())

function ask<T = unknown>(api: string, data: object = {}) {
  return cloud.call<Outcome<T>>('open-api', 'oTester', { api, data })
}

const getPhone = (code: string) =>
  ask<{ phoneInfo: { phoneNumber: string } }>('phonenumber.getPhoneNumber', { code })

const message = { touser: 'oLin', templateId: 'T1', page: 'pages/a', data: { thing1: { value: '羽毛球' } } }

test('a subscription message is accepted and recorded', async () => {
  expect(await ask('subscribeMessage.send', message)).toMatchObject({ data: { errCode: 0 } })
  expect((await cloud.outbox()).at(-1)).toMatchObject({
    api: 'subscribeMessage.send',
    functionName: 'open-api',
    data: { touser: 'oLin', template_id: 'T1', page: 'pages/a', data: { thing1: { value: '羽毛球' } } },
    errCode: 0,
  })
})

test.each([
  [{ touser: '' }, 40003],
  [{ templateId: '' }, 40037],
  [{ data: {} }, 47003],
  [{ data: { thing1: { value: '' } } }, 47003],
  [{ data: { thing1: { value: '字'.repeat(21) } } }, 47003],
  [{ data: { time2: { value: '9月24日（周四）14:00' } } }, 47003],
  [{ data: { other: { value: '甲' } } }, 47003],
])('a message that WeChat would not take is refused: %j', async (change, errCode) => {
  expect((await ask('subscribeMessage.send', { ...message, ...change })).errCode).toBe(errCode)
})

test.each(['2026年9月24日 14:00', '14:00', '2026年9月24日 14:00~15:00'])('%s is a time', async value => {
  const data = { time2: { value } }
  expect(await ask('subscribeMessage.send', { ...message, data })).toMatchObject({ data: { errCode: 0 } })
})

test('a picture of more than one megabyte is not checked', async () => {
  const check = (bytes: number) => ask('security.imgSecCheck', { bytes })
  expect(await check(1000)).toMatchObject({ data: { errCode: 0 } })
  expect((await check(1024 * 1024 + 1)).errCode).toBe(40006)
})

test('callOpenAPI reaches the same', async () => {
  const event = {
    api: 'subscribeMessage.send',
    data: { ...message, template_id: 'T1', touser: 'oOld' },
    plain: true,
  }
  expect(await cloud.call<Outcome>('open-api', 'oTester', event)).toMatchObject({
    data: { result: { errcode: 0 } },
  })
  expect((await cloud.outbox()).at(-1)).toMatchObject({ data: { touser: 'oOld' } })
})

test('a phone code works once', async () => {
  const code = await cloud.phoneCode('oLin')
  const first = await getPhone(code)
  expect(first.data?.phoneInfo.phoneNumber).toMatch(/^138\d{8}$/)
  expect((await getPhone(code)).errCode).toBe(40029)
  expect((await getPhone('made up')).errCode).toBe(40029)
  const again = await getPhone(await cloud.phoneCode('oLin'))
  expect(again.data?.phoneInfo).toEqual(first.data?.phoneInfo)
})

test('a phone code works for five minutes', async () => {
  const code = await cloud.phoneCode('oLin')
  await cloud.clock.advance(5 * 60_000 + 1)
  expect((await getPhone(code)).errCode).toBe(40029)
})

test('the content check passes everything but its sample', async () => {
  const check = (content: string) =>
    ask('security.msgSecCheck', { content, version: 2, scene: 1, openid: 'oLin' })
  expect(await check('周末羽毛球')).toMatchObject({ data: { result: { suggest: 'pass', label: 100 } } })
  expect(await check('一段违规样例文字')).toMatchObject({
    data: { result: { suggest: 'risky', label: 20001 } },
  })
  expect((await check('字'.repeat(2501))).errCode).toBe(45002)
})

test('a mini-program code is a real picture', async () => {
  const { data } = await ask<{ contentType: string; buffer: string }>('wxacode.getUnlimited', {
    scene: 'a=1',
  })
  expect(data?.contentType).toBe('image/png')
  expect(
    Buffer.from(data?.buffer ?? '', 'base64')
      .subarray(0, 4)
      .toString('latin1'),
  ).toBe('\x89PNG')
})

test.each(['x'.repeat(33), '100%', '中文', ''])('the scene %j is refused', async scene => {
  expect((await ask('wxacode.getUnlimited', { scene })).errCode).toBe(40169)
})

test('scripted verdicts come first, as often as asked', async () => {
  await cloud.script({ api: 'subscribeMessage.send', errCode: 43101, times: 2 })
  await cloud.script({ api: 'security.msgSecCheck', reply: { result: { suggest: 'review', label: 21000 } } })
  const send = async () => await ask<{ errCode: number }>('subscribeMessage.send', message)
  expect([(await send()).errCode, (await send()).errCode, (await send()).data?.errCode]).toEqual([
    43101, 43101, 0,
  ])
  expect((await cloud.outbox()).at(-2)).toMatchObject({ errCode: 43101 })
  expect(await ask('security.msgSecCheck', { content: 'x' })).toMatchObject({
    data: { result: { suggest: 'review' } },
  })
})

test('an API that the local cloud does not have is refused by name', async () => {
  expect((await ask('ocr.idcard')).errMsg).toContain('unsupported open API ocr.idcard')
})

test('the outbox survives a power cut', async () => {
  await ask('subscribeMessage.send', { ...message, touser: 'oKept' })
  const before = await cloud.outbox()
  await cloud.kill()
  await cloud.restart()
  expect(await cloud.outbox()).toEqual(before)
})
