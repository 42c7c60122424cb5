import { FixturePhone, type OpenedPage } from './fixture-phone'

let phone: FixturePhone
let opened: OpenedPage
beforeAll(async () => {
  phone = await FixturePhone.start()
  opened = await phone.open('pages/tdesign/tdesign')
})
afterAll(() => phone.close())

const heard = (line: string) => expect(opened.logs).toContain(line)

test('every component of the page is there, without a complaint', async () => {
  const { page, logs } = opened
  for (const text of ['组件', '通知条', '面板甲', '单元格', '标签', '白班', '同意', '40%'])
    expect(await page.getByText(text).first().isVisible()).toBe(true)
  expect(await page.locator('.t-skeleton__col').count()).toBeGreaterThan(0)
  expect(logs.filter(line => !line.startsWith('app on'))).toEqual([])
})

test('an icon is drawn without its font', async () => {
  const mask = await opened.page.evaluate(
    () =>
      getComputedStyle(document.querySelector('[class*=t-icon-app]') ?? document.body, '::before').maskImage,
  )
  expect(mask).toContain('data:image/svg+xml')
})

test('t-qrcode paints its canvas', async () => {
  const dark = await opened.page.evaluate(() => {
    const canvas = document.querySelector('canvas')
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    let count = 0
    for (let index = 0; index < data.length; index += 4)
      if (data[index] === 0 && data[index + 3] === 255) count++
    return { count, width: canvas?.width }
  })
  expect(dark.width).toBe(240)
  expect(dark.count).toBeGreaterThan(5000)
})

test('tabs change', async () => {
  await opened.page.getByRole('tab', { name: '乙' }).tap()
  await opened.page.getByText('面板乙').waitFor()
  heard('tab "b"')
})

test('cell, switch, check-tag, radio, checkbox and stepper answer a tap', async () => {
  const { page } = opened
  await page.getByText('单元格').tap()
  await page.locator('.t-switch__body').tap()
  await page.getByText('标签').tap()
  await page.getByText('夜班').tap()
  await page.getByText('同意').tap()
  await page.locator('.t-stepper__plus').tap()
  for (const line of ['on true', 'tag true', 'shift "night"', 'agree true', 'count 2']) heard(line)
  expect(opened.logs.some(line => line.startsWith('cell '))).toBe(true)
})

test('search tells what is typed', async () => {
  await opened.page.getByPlaceholder('搜索活动').fill('健步')
  heard('word "健步"')
})

test('a dialog opens and closes', async () => {
  const { page } = opened
  await page.getByRole('button', { name: '打开对话框' }).tap()
  await page.getByText('确认吗').waitFor()
  await page.getByRole('button', { name: '确定' }).tap()
  await page.getByText('确认吗').waitFor({ state: 'hidden' })
  heard('dialog confirm')
})

test('a popup opens, and a tap beside it closes it', async () => {
  const { page } = opened
  await page.getByRole('button', { name: '打开弹层' }).tap()
  await page.getByText('弹层内容').waitFor()
  await page.waitForTimeout(350)
  await page.touchscreen.tap(180, 60)
  await page.getByText('弹层内容').waitFor({ state: 'hidden' })
  heard('popup false')
})

test('a toast shows its words', async () => {
  await opened.page.getByRole('button', { name: '提示' }).tap()
  await opened.page.getByText('轻提示').waitFor()
})
