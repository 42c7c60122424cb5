import type { Page } from 'playwright-core'
import type { RunningApp } from '../support/app'
import { startApp } from '../support/app'
import { Worker } from './worker'

const LIMITATION = 'packages/legal/pages/limitation/limitation'

let app: RunningApp

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

async function open(as: string) {
  const errors: string[] = []
  const page = await app.phone(as, { path: LIMITATION, errors })
  const worker = new Worker(page)
  await worker.see('仲裁时效还有多久？')
  return { page, worker, errors }
}

async function choose(page: Page, claim: string, day: string) {
  await new Worker(page).tap(/争议类型/)
  await page.getByRole('radio', { name: claim }).click()
  await page.locator('input[type=date]').first().fill(day)
}

async function record(page: Page, what: string, day: string) {
  await new Worker(page).tap('记录中断事由')
  await page.getByRole('radio', { name: what }).click()
  await page.locator('input[type=date]').filter({ visible: true }).last().fill(day)
  await page.getByRole('button', { name: '记录', exact: true }).click()
}

test('a guest calculates without a network, and finds it again after registering to save it', async () => {
  const { page, worker, errors } = await open('guest')
  await page.context().setOffline(true)
  await worker.see('当前无网络，可以推算；保存需要联网。')
  await choose(page, '辞退、解除合同', '2024-03-10')
  await worker.see('可能已超过一年时效，请尽快咨询律师。')
  await page.locator('input[type=date]').first().fill('2026-03-10')
  await worker.see('提醒日 2027年3月10日')
  await worker.see('仅作提醒，不替代法律意见。')
  await record(page, '向对方主张权利', '2026-08-01')
  await worker.see('提醒日为2027年8月1日')
  await page.context().setOffline(false)
  await page.getByText('当前无网络').waitFor({ state: 'detached' })
  await worker.tap('保存提醒')
  await worker.register('陈安')
  await worker.see('提醒日 2027年3月10日')
  await worker.see('待律师确认')
  await worker.tap('保存提醒')
  await worker.tap('允许')
  await worker.see('到期提醒')
  // the browser's own word for being without a network
  expect(errors.filter(error => !error.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
}, 60_000)

test('a saved one is changed, found again and removed', async () => {
  const { page, worker, errors } = await open('lin')
  await choose(page, '未签合同', '2026-05-10')
  await worker.tap('保存提醒')
  await worker.tap('允许')
  await worker.see('到期提醒')
  await record(page, '对方同意履行', '2026-08-01')
  await worker.see('待律师确认')
  await page.locator('input[type=date]').first().fill('2026-06-10')
  await worker.tap('保存修改')
  await worker.see('提醒日 2027年6月10日')
  await page.reload()
  await worker.see('我的提醒')
  await worker.tap(/未签合同/)
  await worker.see('待律师确认')
  await worker.tap('删除这张提醒')
  await worker.tap('确认删除')
  await worker.see('仲裁时效还有多久？')
  await page.getByText('我的提醒').waitFor({ state: 'detached' })
  expect(errors).toEqual([])
}, 60_000)
