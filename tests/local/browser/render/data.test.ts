import { FixturePhone, type OpenedPage } from './fixture-phone'

let phone: FixturePhone
let opened: OpenedPage
beforeAll(async () => {
  phone = await FixturePhone.start()
  opened = await phone.open('pages/data/data')
})
afterAll(() => phone.close())

test('setData takes paths and copies what it is given', () => {
  expect(opened.logs).toContain('data [{"name":"a"},{"name":"c"}] {"one":1,"two":22}')
})

test('the callback of setData comes after the code that called it', () => {
  const { logs } = opened
  expect(logs.indexOf('before callback')).toBeLessThan(logs.indexOf('callback after done'))
  expect(logs).toContain('callback after done')
})

test('WXS computes in the template', async () => {
  expect(await opened.page.getByText('Array ¥12.50 22').isVisible()).toBe(true)
})

test('a component is found by selector and measured by query', () => {
  expect(opened.logs).toContain('secret of 卡片 1')
  expect(opened.logs).toContain('rect card 375')
  expect(opened.logs).toContain('rows [{"index":0},{"index":1}] null')
})

test('a component fires an event, and its observers see the property that comes back', async () => {
  await opened.page.getByRole('button', { name: '卡片 3 6' }).tap()
  expect(await opened.page.getByRole('button', { name: '卡片 4 8' }).isVisible()).toBe(true)
})

test('what the browser lacks fails by its name', async () => {
  const { page, logs } = await phone.open('pages/failing/failing')
  await page.getByRole('button', { name: '调用' }).tap()
  await page.getByRole('button', { name: '行为' }).tap()
  await page.getByText('别的小程序').tap()
  const said = logs.join('\n')
  expect(said).toContain('wx.chooseInvoice is not provided')
  expect(said).toContain('Behavior "wx://nowhere" is not provided in the browser')
  expect(said).toContain('<navigator target="miniProgram"> is not provided in the browser')
  expect(said).toContain('app onError Error: wx.chooseInvoice is not provided')
})
