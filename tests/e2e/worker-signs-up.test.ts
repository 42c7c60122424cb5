import type { RunningApp } from '../support/app'
import { startApp } from '../support/app'
import { Worker } from './worker'

let app: RunningApp

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

test('a guest scans the poster beside the phone, registers, gets number 32, finds it under 我的活动 and cancels', async () => {
  const desk = await app.workbench('guest')
  const guest = new Worker(desk.frameLocator('iframe'))
  await guest.see('即将开始')
  await desk.getByRole('button', { name: /骑手夜校/ }).click()
  await guest.see('活动详情')
  await guest.tap('立即报名')
  await guest.register('周小满')
  await guest.confirm()
  await guest.see('报名成功！')
  await guest.tap('打开签到码')
  await guest.see('我的签到码')
  await guest.see('32')
  await guest.see(/^\d{4} \d{4}$/)
  await guest.back()
  await guest.tap('打开签到码')
  await guest.tap('取消报名')
  await guest.tap('确认取消')
  await guest.see('尚未报名')
})

test('a member signs up for a visit with a group and finds it among their activities', async () => {
  const member = new Worker(await app.phone('xu'))
  await member.tab('活动')
  await member.tap(/劳模精神纪念馆参观/)
  await member.tap('立即报名')
  await member.see('本组人数')
  await member.tap('增加')
  await member.confirm()
  await member.see('报名成功！')
  await member.tap('打开签到码')
  await member.see('本组 2 人')
  const other = new Worker(await app.phone('xu'))
  await other.tab('我的')
  await other.tap(/我的活动/)
  await other.see('劳模精神纪念馆参观')
})

test('a full activity says so before it is tapped', async () => {
  const worker = new Worker(await app.phone('xu'))
  await worker.scan('免费体检')
  await worker.see('名额已满')
  await worker.see('有人取消时按顺序通知您')
  await expect(worker.phone.getByRole('button', { name: '立即报名' }).count()).resolves.toBe(0)
})

test('two phones want the last two places of the lecture at once: numbers differ, nobody gets two', async () => {
  const phones = await Promise.all([app.phone('zhou'), app.phone('zhou'), app.phone('qin')])
  const workers = phones.map(phone => new Worker(phone))
  for (const worker of workers) {
    await worker.scan('案例大讲堂')
    await worker.tap('立即报名')
    await worker.see('确认报名')
    await worker.phone.getByRole('checkbox', { name: '我已阅读并同意以上规则' }).click()
  }
  await Promise.all(workers.map(worker => worker.tap('确认报名')))
  const numbers = await Promise.all(
    workers.map(
      async ({ phone }) =>
        /您是第\s*(\d+)\s*号/.exec(await phone.getByText('您是第').locator('..').innerText())?.[1],
    ),
  )
  const [first, again, other] = numbers
  expect(first).toBe(again)
  expect(new Set([first, other])).toEqual(new Set(['119', '120']))
})

test('a changed code is refused in a sentence and leads back', async () => {
  const worker = new Worker(await app.phone('guest'))
  await worker.scan('涂改过的码')
  await worker.see('二维码已失效')
  await worker.tap('返回')
  await worker.see('即将开始')
})

test('who is suspended reads until when instead of tapping in vain', async () => {
  const worker = new Worker(await app.phone('ma'))
  await worker.scan('骑手夜校')
  await worker.see(/您的报名暂停至/)
})
