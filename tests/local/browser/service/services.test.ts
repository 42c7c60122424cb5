import type { Page } from 'playwright-core'
import type { FakeCloud } from './phone-server'
import { startPhones } from './phone-server'

let cloud: FakeCloud
let page: Page

beforeAll(async () => {
  cloud = await startPhones()
})
beforeEach(async () => {
  cloud.answer = undefined
  page = await cloud.phone()
})
afterEach(() => page.context().close())
afterAll(() => cloud.stop())

/** Runs an expression in the phone; a rejection comes back as what it rejected with. */
const run = (expression: string) =>
  page.evaluate(
    `Promise.resolve().then(() => ${expression}).catch(e => ({ rejected: { ...e }, isError: e instanceof Error }))`,
  )
/** Starts a call that waits for the person; `settled` tells how it went. */
const start = (expression: string) =>
  page.evaluate(`void (window.outcome = (${expression}).catch(failure => failure))`)
const settled = () => page.evaluate('window.outcome')
const tap = (text: string) => page.getByText(text, { exact: true }).click()

test('navigation reaches the page stack and says so', async () => {
  expect(await run(`wx.navigateTo({ url: '/pages/mine/mine' })`)).toEqual({ errMsg: 'navigateTo:ok' })
  expect(await run(`wx.navigateBack()`)).toEqual({ errMsg: 'navigateBack:ok' })
  expect(await run('phone.journal.calls')).toEqual(['navigateTo /pages/mine/mine', 'navigateBack 1'])
})

test('navigation to no page, or without a url, fails in WeChat’s words', async () => {
  expect(await run(`wx.navigateTo({ url: '/nowhere' })`)).toEqual({
    rejected: { errMsg: 'navigateTo:fail page "/nowhere" is not found' },
    isError: false,
  })
  expect(await run(`wx.navigateTo({})`)).toMatchObject({
    rejected: {
      errMsg: 'navigateTo:fail parameter error: parameter.url should be String instead of Undefined;',
    },
  })
})

test('a modal answers with what was pressed', async () => {
  await start(`wx.showModal({ title: '取消报名', content: '确定吗？' })`)
  await tap('确定')
  expect(await settled()).toEqual({ errMsg: 'showModal:ok', confirm: true, cancel: false, content: null })
  await start(`wx.showModal({ title: '取消报名' })`)
  await tap('取消')
  expect(await settled()).toMatchObject({ confirm: false, cancel: true })
})

test('an action sheet answers with the row, or fails with cancel', async () => {
  await start(`wx.showActionSheet({ itemList: ['电话', '到场'] })`)
  await tap('到场')
  expect(await settled()).toEqual({ errMsg: 'showActionSheet:ok', tapIndex: 1 })
  await start(`wx.showActionSheet({ itemList: ['电话', '到场'] })`)
  await tap('取消')
  expect(await settled()).toEqual({ errMsg: 'showActionSheet:fail cancel' })
})

test('loading replaces a toast, and hiding what is not there fails', async () => {
  await run(`wx.showToast({ title: '已保存' })`)
  await run(`wx.showLoading({ title: '加载中' })`)
  expect(await page.getByRole('status').allInnerTexts()).toEqual(['加载中'])
  expect(await run('wx.hideLoading()')).toEqual({ errMsg: 'hideLoading:ok' })
  expect(await run('wx.hideLoading()')).toMatchObject({
    rejected: { errMsg: "hideLoading:fail toast can't be found" },
  })
})

test('the scanner reads a printed code as a mini-program code', async () => {
  await start('wx.scanCode()')
  await page.getByText('骑手夜校').click()
  expect(await settled()).toMatchObject({
    errMsg: 'scanCode:ok',
    result: '',
    path: 'pages/scan/scan?scene=a1%2Fb',
    scanType: 'WX_CODE',
  })
})

test('the scanner takes a typed code, and closing it cancels', async () => {
  await start('wx.scanCode()')
  await page.getByLabel('码的内容').fill('GJ1.C.s1.7')
  await tap('确定')
  expect(await settled()).toMatchObject({ result: 'GJ1.C.s1.7', scanType: 'QR_CODE' })
  await start('wx.scanCode()')
  await page.getByLabel('关闭').click()
  expect(await settled()).toEqual({ errMsg: 'scanCode:fail cancel' })
})

test('the phone button gives a code, or says that the person refused', async () => {
  const press = (answer: string) =>
    page
      .evaluate(
        `void (window.outcome = new Promise(trigger => phone.host.openType('getPhoneNumber', {
        dataset: {}, trigger: (event, detail) => trigger({ event, detail }) })))`,
      )
      .then(() => tap(answer))
  await press('允许')
  expect(await settled()).toEqual({
    event: 'getphonenumber',
    detail: { errMsg: 'getPhoneNumber:ok', code: 'code-1' },
  })
  await press('拒绝')
  expect(await settled()).toMatchObject({ detail: { errMsg: 'getPhoneNumber:fail user deny' } })
  await expect(page.evaluate(`phone.host.openType('launchApp', {})`)).rejects.toThrow('launchApp')
})

test('a function is called as the person at the phone', async () => {
  await run('wx.cloud.init()')
  cloud.calls.length = 0
  const event = { action: 'get', input: { id: 'a' } }
  const answer = await run(`wx.cloud.callFunction({ name: 'activity', data: ${JSON.stringify(event)} })`)
  expect(answer).toMatchObject({
    errMsg: 'cloud.callFunction:ok',
    result: event,
    requestID: expect.any(String),
  })
  expect(cloud.calls).toEqual([{ name: 'activity', openid: 'openid-worker', body: event }])
})

test('without a network a call fails as in WeChat', async () => {
  await run('wx.cloud.init()')
  await page.context().setOffline(true)
  expect(await run(`wx.getNetworkType()`)).toMatchObject({ networkType: 'none' })
  expect(await run(`wx.cloud.callFunction({ name: 'activity' })`)).toEqual({
    rejected: {
      errCode: -501000,
      errMsg: 'cloud.callFunction:fail Error: errCode: -501000 | errMsg: request:fail',
    },
    isError: true,
  })
})

test('a function that died is reported with its errCode', async () => {
  await run('wx.cloud.init()')
  const errMsg = 'cloud.callFunction:fail Error: errCode: -504003 | errMsg: timed out'
  cloud.answer = { status: 504, body: { errCode: -504003, errMsg } }
  expect(await run(`wx.cloud.callFunction({ name: 'jobs' })`)).toEqual({
    rejected: { errCode: -504003, errMsg },
    isError: true,
  })
})

test('calling a function before init fails', async () => {
  expect(await run(`wx.cloud.callFunction({ name: 'activity' })`)).toMatchObject({
    rejected: { errMsg: expect.stringContaining("Cloud API isn't enabled") },
  })
})

test('Date follows the local cloud when its clock is advanced', async () => {
  const ahead = async () => (await page.evaluate<number>('Date.now()')) - Date.now()
  expect(Math.abs((await ahead()) - cloud.offset)).toBeLessThan(1_000)
  cloud.offset += 24 * 3_600_000
  await page.waitForFunction(`Date.now() - ${Date.now() + cloud.offset} > -1000`)
  expect(Math.abs((await ahead()) - cloud.offset)).toBeLessThan(1_000)
  cloud.offset = 3_600_000
})

test('what wx reports of the capsule is what is drawn', async () => {
  const drawn = await page.locator('.sys-capsule').boundingBox()
  const told = await run('wx.getMenuButtonBoundingClientRect()')
  expect(told).toEqual({ width: 87, height: 32, top: 48, right: 368, bottom: 80, left: 281 })
  expect(drawn).toEqual({ x: 281, y: 48, width: 87, height: 32 })
  expect(await run('wx.getWindowInfo()')).toMatchObject({
    statusBarHeight: 44,
    safeArea: { top: 44, bottom: 778, width: 375 },
  })
})

test('storage is read and written at once and by promise', async () => {
  expect(await run(`wx.getStorageSync('none')`)).toBe('')
  expect(await run(`wx.getStorage({ key: 'none' })`)).toMatchObject({
    rejected: { errMsg: 'getStorage:fail data not found' },
  })
  await run(`wx.setStorage({ key: 'draft', data: { step: 2 } })`)
  expect(await run(`wx.getStorageSync('draft')`)).toEqual({ step: 2 })
  const tooMuch = `(() => { try { wx.setStorageSync('big', 'x'.repeat(2 ** 20)) } catch (e) { return e.message } })()`
  expect(await run(tooMuch)).toBe('setStorageSync:fail entry size limit reached')
})

test('••• forwards the page and enters the app again', async () => {
  await page.getByLabel('更多').click()
  await page.getByText('转发给朋友').click()
  expect(await page.getByRole('dialog').innerText()).toContain('骑手夜校')
  await tap('发送')
  await page.getByLabel('更多').click()
  const [reloaded] = await Promise.all([page.waitForEvent('load'), page.getByText('重新进入').click()])
  expect(reloaded.url()).toContain('as=worker')
})
