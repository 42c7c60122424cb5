import type { Page } from 'playwright-core'
import { FixturePhone } from './fixture-phone'

let phone: FixturePhone
beforeAll(async () => {
  phone = await FixturePhone.start()
})
afterAll(() => phone.close())

/** The text behind `:fail ` of a call of the host, or `ok`. */
const call = (page: Page, expression: string) =>
  page.evaluate(`host.${expression}.then(() => 'ok', error => error.message)`)

test('the router refuses what WeChat refuses, in its words', async () => {
  const { page } = await phone.open('pages/life/life')
  expect(await call(page, "navigateTo('/pages/gone/gone')")).toBe('page "pages/gone/gone" is not found')
  expect(await call(page, "navigateTo('/pages/one/one')")).toBe('can not navigateTo a tabbar page')
  expect(await call(page, "redirectTo('/pages/one/one')")).toBe('can not redirectTo a tabbar page')
  expect(await call(page, "switchTab('/pages/next/next')")).toBe('can not switch to no-tabBar page')
  expect(await call(page, 'navigateBack(1)')).toBe('cannot navigate back at first page.')
})

test('ten pages may be open, not eleven', async () => {
  const { page } = await phone.open('pages/life/life')
  for (let open = 1; open < 10; open++) expect(await call(page, "navigateTo('/pages/next/next')")).toBe('ok')
  expect(await call(page, "navigateTo('/pages/next/next')")).toBe('webview count limit exceed')
  await call(page, 'navigateBack(9)')
  expect(await page.evaluate('getCurrentPages().map(page => page.route)')).toEqual(['pages/life/life'])
})

test('a tab page is kept while another is shown, and the custom tab bar follows', async () => {
  const { page, logs } = await phone.open('pages/one/one')
  expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('one')
  await page.getByRole('tab', { name: 'two' }).tap()
  await page.getByRole('tab', { name: 'one' }).tap()
  expect(logs.filter(line => /^(one|two) /.test(line))).toEqual([
    'one onLoad',
    'one onShow',
    'one onHide',
    'two onLoad',
    'two onShow',
    'two onHide',
    'one onShow',
  ])
  await call(page, "reLaunch('/pages/life/life')")
  expect(logs).toContain('one onUnload')
  expect(logs).toContain('two onUnload')
})

test('a page of a subpackage opens by its full path', async () => {
  const { page } = await phone.open('pages/life/life')
  await call(page, "navigateTo('/packages/extra/pages/far/far')")
  expect(await page.getByText('分包页').isVisible()).toBe(true)
})
