import { FixturePhone, type OpenedPage } from './fixture-phone'

let phone: FixturePhone
let opened: OpenedPage
beforeAll(async () => {
  phone = await FixturePhone.start()
  opened = await phone.open('pages/picking/picking')
})
afterAll(() => phone.close())

test('date and time are picked from the wheels of TDesign, by tap and by drag', async () => {
  const { page, logs } = opened
  await page.getByText('2026-09-24 14:00').tap()
  await page.getByText('开始时间').waitFor()
  // the sheet slides in
  await page.waitForTimeout(400)
  await page.getByText('25日').tap()
  await drag('14时', -80)
  await page.getByText('确定').tap()
  await page.getByText('2026-09-25 16:00').waitFor()
  expect(logs.filter(line => !line.startsWith('app on'))).toEqual([])
})

test('the built-in picker answers a date and a time', async () => {
  const { page } = opened
  await page.locator('input[type=date]').fill('2026-10-01')
  await page.getByText('日期 2026-10-01').waitFor()
  await page.locator('input[type=time]').fill('09:30')
  await page.getByText('时刻 09:30').waitFor()
})

/** A finger on the element moves by `y` pixels, slowly enough not to fling. */
async function drag(label: string, y: number): Promise<void> {
  const box = await opened.page.getByText(label).boundingBox()
  const client = await opened.page.context().newCDPSession(opened.page)
  const at = { x: (box?.x ?? 0) + 10, y: (box?.y ?? 0) + 10 }
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', to = at) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [to] })
  await touch('touchStart')
  for (let step = 1; step <= 10; step++) {
    await touch('touchMove', { ...at, y: at.y + (y * step) / 10 })
    await opened.page.waitForTimeout(35)
  }
  await touch('touchEnd')
}
