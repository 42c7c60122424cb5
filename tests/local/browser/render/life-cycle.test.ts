import { FixturePhone } from './fixture-phone'

let phone: FixturePhone
beforeAll(async () => {
  phone = await FixturePhone.start()
})
afterAll(() => phone.close())

test('an app starts, then its page loads, shows and is ready, in the documented order', async () => {
  const { logs } = await phone.open('pages/life/life?from=scan')
  expect(logs).toEqual([
    'app onLaunch pages/life/life {"from":"scan"}',
    'app onShow',
    'child created',
    'child attached',
    'life onLoad {"from":"scan"} 1 pages/life/life',
    'hello yes fixture',
    'child page show',
    'life onShow',
    'child ready',
    'life onReady',
  ])
})

test('a page that another covers hides, and shows again when that one is left', async () => {
  const { page, logs } = await phone.open('pages/life/life')
  logs.length = 0
  await page.getByRole('button', { name: '下一页' }).tap()
  await page.getByRole('button', { name: '返回' }).tap()
  expect(logs).toEqual([
    'child page hide',
    'life onHide',
    'next onLoad {"id":"7","name":"%E5%90%8D"} 2',
    'next onShow',
    'next onUnload',
    'child page show',
    'life onShow',
  ])
})

test('the app going to the background hides the page on top', async () => {
  const { page, logs } = await phone.open('pages/life/life')
  logs.length = 0
  await page.evaluate('host.hideApp(); host.showApp()')
  expect(logs).toEqual([
    'child page hide',
    'life onHide',
    'app onHide',
    'app onShow',
    'child page show',
    'life onShow',
  ])
})

test('a page asked to refresh does so', async () => {
  const { page, logs } = await phone.open('pages/life/life')
  await page.evaluate('host.startPullDownRefresh()')
  expect(logs).toContain('life onPullDownRefresh')
})

test('a page written with Component takes its query as properties', async () => {
  const { page, logs } = await phone.open('pages/query/query?scene=abc')
  expect(logs).toContain('query onLoad {"scene":"abc"} abc')
  expect(await page.getByText('abc').isVisible()).toBe(true)
})

test('an app opened at a page it does not have is told so', async () => {
  const { logs } = await phone.open('pages/gone/gone')
  expect(logs).toContain('app onPageNotFound pages/gone/gone')
})
