import type { RunningApp } from '../support/app'
import { startApp } from '../support/app'
import { Worker } from './worker'

let app: RunningApp

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

test('with the network off a sign-up is refused in a sentence and keeps what was ticked; back on, it goes through', async () => {
  const desk = await app.workbench('xu')
  const worker = new Worker(desk.frameLocator('iframe'))
  await worker.see('即将开始')
  await desk.getByRole('button', { name: /案例大讲堂/ }).click()
  await worker.tap('立即报名')
  await worker.see('确认报名')
  await worker.phone.getByRole('checkbox', { name: '我已阅读并同意以上规则' }).click()
  await desk.getByRole('radio', { name: '断开' }).click()
  await worker.tap('确认报名')
  await worker.see('当前无网络，请联网后再试。')
  await desk.getByRole('radio', { name: '正常' }).click()
  await worker.tap('确认报名')
  await worker.see('报名成功！')
})

test('the clock is moved and the phone moves with it: what was coming has opened', async () => {
  const desk = await app.workbench('lin')
  const worker = new Worker(desk.frameLocator('iframe'))
  await worker.see('即将开始')
  await desk.getByRole('button', { name: '+1天' }).click()
  await desk.getByText('2026年9月17日（周四）').waitFor()
  await worker.tab('活动')
  await worker.tab('首页')
  await worker.see('已报名，明天开始')
})

test('a window the size of a phone has the phone alone', async () => {
  const desk = await app.workbench('lin')
  await desk.setViewportSize({ width: 390, height: 844 })
  await expect(desk.getByText('印好的码').isVisible()).resolves.toBe(false)
  await new Worker(desk.frameLocator('iframe')).see('即将开始')
  await expect(desk.locator('iframe').evaluate(frame => frame.getBoundingClientRect().width)).resolves.toBe(
    390,
  )
})
