import type { Page } from 'playwright-core'
import { placeAt } from '../../../../local/browser/service/place-at'
import type { FakeCloud } from './phone-server'
import { startPhones } from './phone-server'

let cloud: FakeCloud
let page: Page

beforeAll(async () => {
  cloud = await startPhones()
})
beforeEach(async () => {
  page = await cloud.phone()
})
afterEach(() => page.context().close())
afterAll(() => cloud.stop())

const ask = () =>
  page.evaluate(
    `void (window.outcome = wx.chooseLocation({ latitude: 39.91, longitude: 116.4 }).catch(e => e))`,
  )
const outcome = () => page.evaluate('window.outcome')

test('a place of the demo is chosen, with its address and where it lies', async () => {
  await ask()
  await page.getByRole('button', { name: '职工之家' }).click()
  expect(await outcome()).toEqual({
    errMsg: 'chooseLocation:ok',
    name: '职工之家',
    address: '金桥路1号',
    longitude: 116.4,
    latitude: 39.9,
  })
})

test('coordinates may be typed, beginning with those the page gave', async () => {
  await ask()
  const typed = page.getByLabel('坐标，纬度在前')
  expect(await typed.inputValue()).toBe('39.91,116.4')
  await typed.fill('北京')
  await page.getByText('确定').click()
  await page.getByText('纬度在前。').waitFor()
  await typed.fill('39.92，116.41')
  await page.getByText('确定').click()
  expect(await outcome()).toMatchObject({ name: '', longitude: 116.41, latitude: 39.92 })
})

test('leaving without a place is told as in WeChat', async () => {
  await ask()
  await page.getByText('取消').click()
  expect(await outcome()).toEqual({ errMsg: 'chooseLocation:fail cancel' })
})

test('what is not on the earth is no place', () => {
  expect(placeAt('90.1 116')).toBeUndefined()
  expect(placeAt('39.9')).toBeUndefined()
  expect(placeAt(' -33.86, 151.2 ')).toMatchObject({ lat: -33.86, lng: 151.2 })
})
