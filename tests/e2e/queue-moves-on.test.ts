/** The last places of a lecture, and two who wait for one. */
import type { RunningApp } from '../support/app'
import { startApp } from '../support/app'
import { Worker } from './worker'

const LECTURE = 'packages/activities/pages/detail/detail?id=ac_01K4DEM0000000000000000070'
const QUEUE = 'packages/activities/pages/queue/queue?session=se_01K4DEM0000000000000000071'
const TITLE = '案例大讲堂：欠薪怎么讨'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const at = async (as: string, path: string) => new Worker(await app.phone(as, { path }))
const tick = () => app.control('timer', { function: 'jobs' })

async function wait(as: string) {
  const phone = await app.phone(as, { path: LECTURE })
  const worker = new Worker(phone)
  await worker.tap('加入候补')
  await phone.getByRole('dialog', { name: '加入候补' }).getByRole('button', { name: '加入候补' }).click()
  await worker.tap('允许')
  await worker.see('退出候补')
}

test('a worker who was offered a place gives it up; the next in the queue is offered it and told', async () => {
  const lin = await at('lin', LECTURE)
  await lin.signUp()
  await lin.see('报名成功！')
  const xu = await at('xu', LECTURE)
  await xu.signUp()
  await xu.see('报名成功！')
  await wait('zhou')
  await wait('qin')

  await lin.tap('打开签到码')
  await lin.tap('取消报名')
  await lin.tap('确认取消')
  await lin.see('尚未报名')

  const zhou = await at('zhou', QUEUE)
  await zhou.see('有名额了')
  await zhou.tap('放弃')
  await zhou.see('名额会让给下一位，您也不再候补。不记分。')
  await zhou.tap('确认放弃')
  await zhou.see('您不在候补中')
  await tick()

  const qin = await at('qin', 'pages/inbox/inbox')
  await qin.tap(new RegExp(`有名额了.*${TITLE}`))
  await qin.tap('接受名额')
  await qin.tap('打开签到码')
  await qin.see('我的签到码')
  await qin.see(TITLE)
}, 120_000)
