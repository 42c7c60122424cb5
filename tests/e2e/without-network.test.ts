import type { RunningApp } from '../support/app'
import { startApp } from '../support/app'
import { Worker } from './worker'

let app: RunningApp

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

test('without a network the list is the copy with its time, and counts are not pretended', async () => {
  const page = await app.phone('lin')
  const worker = new Worker(page)
  await worker.tab('活动')
  await page
    .getByRole('button', { name: /骑手夜校.*余 ?29 ?名/ })
    .first()
    .waitFor()
  await page.context().setOffline(true)
  await worker.see(/当前无网络，显示的是\d\d:\d\d的内容/)
  await worker.see('余量需联网查看')
})

test('the ticket keeps making codes without a network', async () => {
  const page = await app.phone('lin')
  const worker = new Worker(page)
  await worker.tap(/打开签到码/)
  await worker.see(/^\d{4} \d{4}$/)
  const digits = () =>
    page
      .getByText(/^\d{4} \d{4}$/)
      .first()
      .innerText()
  const before = await digits()
  await page.context().setOffline(true)
  await worker.see('当前无网络，签到码照常可用')
  await page.waitForFunction(
    was => ![...document.querySelectorAll('*')].some(element => element.textContent === was),
    before,
    { timeout: 40_000 },
  )
  expect(await digits()).not.toBe(before)
}, 60_000)

test('what was typed into the form is there after the network failed and after coming back', async () => {
  const page = await app.phone('guest')
  const worker = new Worker(page)
  await worker.scan('骑手夜校')
  await worker.tap('立即报名')
  await page.getByPlaceholder('请填写真实姓名').fill('周小满')
  await page.getByRole('radio', { name: '外卖骑手' }).click()
  await page.context().setOffline(true)
  await worker.tap('暂不填写，继续浏览')
  await page.context().setOffline(false)
  await worker.tap('立即报名')
  await worker.see('报名前，请先确认')
  await expect(page.getByPlaceholder('请填写真实姓名').inputValue()).resolves.toBe('周小满')
  await expect(page.getByRole('radio', { name: '外卖骑手' }).getAttribute('aria-checked')).resolves.toBe(
    'true',
  )
})
