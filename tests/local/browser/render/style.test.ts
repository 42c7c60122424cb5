import { FixturePhone, type OpenedPage } from './fixture-phone'

let phone: FixturePhone
let opened: OpenedPage
beforeAll(async () => {
  phone = await FixturePhone.start()
  opened = await phone.open('pages/style/style')
})
afterAll(() => phone.close())

const style = (selector: string, property: string) =>
  opened.page.evaluate(
    ([selector = '', property = '']) => {
      const element = document.querySelector(selector)
      return element && getComputedStyle(element).getPropertyValue(property)
    },
    [selector, property],
  )

test('750 rpx are the width of the phone, in style sheets and in inline styles', async () => {
  expect(await style('wx-page > .title', 'font-size')).toBe('20px')
  expect(await style('.inline', 'width')).toBe('75px')
})

test('the classes of a page and of a component keep to themselves', async () => {
  expect(await style('wx-page > .title', 'color')).toBe('rgb(255, 0, 0)')
  expect(await style('wx-card wx-view', 'color')).toBe('rgb(0, 128, 0)')
  expect(await style('wx-card', 'padding-top')).toBe('37.5px')
})

test('the app’s classes reach pages but not isolated components', async () => {
  expect(await style('wx-page > .title', 'letter-spacing')).toBe('2px')
  expect(await style('wx-card wx-view', 'letter-spacing')).toBe('normal')
})

test('a picture of the app is shown by its absolute path', async () => {
  expect(await opened.page.getByRole('img', { name: '圆点' }).first().isVisible()).toBe(true)
  expect(await opened.page.evaluate(() => document.querySelector('img')?.naturalWidth)).toBeGreaterThan(0)
  expect(await style('wx-image > img', 'object-fit')).toBe('contain')
})

test('the style sheet of a page ends with the page', async () => {
  expect(await style('wx-page', 'background-color')).toBe('rgb(1, 1, 1)')
  await opened.page.evaluate("host.navigateTo('/pages/next/next')")
  const next = 'wx-page[is="pages/next/next"]'
  expect(await style(next, 'background-color')).toBe('rgb(240, 240, 240)')
  expect(await style(`${next} > .title`, 'font-size')).toBe('16px')
})

test('scroll-view and page scroll by themselves and tell when their end is near', async () => {
  const { page, logs } = await phone.open('pages/scroll/scroll')
  await page.getByRole('button', { name: '跳' }).tap()
  await page.waitForFunction(() => document.querySelector('wx-scroll-view')?.scrollTop === 1200)
  await page.evaluate(() => document.querySelector('wx-scroll-view')?.scrollTo(0, 99999))
  await page.evaluate(() => document.querySelector('.phone-page')?.scrollTo(0, 99999))
  await page.waitForTimeout(100)
  expect(logs.filter(line => line.startsWith('lower') || line.startsWith('reached'))).toEqual([
    'lower bottom',
    'reached bottom',
  ])
})
