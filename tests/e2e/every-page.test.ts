import type { RunningApp } from '../support/app'
import { startApp } from '../support/app'
import { Worker } from './worker'

/** Every page, as someone who meets it, with words that only its content has. */
const PAGES: [name: string, as: string, path: string, words: string | RegExp][] = [
  ['首页', 'lin', 'pages/home/home', '打开签到码'],
  ['首页, as a guest', 'guest', 'pages/home/home', '扫一扫'],
  ['活动', 'lin', 'pages/activity/activity', '园区羽毛球体验'],
  ['服务', 'guest', 'pages/service/service', '线上调解'],
  ['我的', 'lin', 'pages/mine/mine', '云帆科技园联合工会'],
  ['我的, as a guest', 'guest', 'pages/mine/mine', '去完善信息'],
  ['完善信息', 'guest', 'pages/register/register', '报名前，请先确认'],
  ['协议与隐私', 'guest', 'pages/agreement/agreement', '我们收集什么'],
  ['消息', 'lin', 'pages/inbox/inbox', /暂无消息|全部已读|没有更多了/],
  ['我的日程', 'lin', 'packages/me/pages/agenda/agenda', '加入手机日历'],
  [
    '候补, not waiting',
    'lin',
    'packages/activities/pages/queue/queue?session=se_01K4DEM0000000000000000071',
    '您不在候补中',
  ],
  ['我的活动', 'lin', 'packages/activities/pages/mylist/mylist', '待参加'],
  [
    '活动详情, not there',
    'lin',
    'packages/activities/pages/detail/detail?id=ac_01K4DEM0000000000000009999',
    '内容不存在或已下架',
  ],
]

let app: RunningApp

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

for (const look of [{}, { dark: true }, { large: true }])
  test(`every page shows its content and logs no error, ${JSON.stringify(look)}`, async () => {
    for (const [name, as, path, words] of PAGES) {
      const errors: string[] = []
      const page = await app.phone(as, { ...look, path, errors })
      await new Worker(page).see(words)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect({ name, errors, width }).toEqual({ name, errors: [], width: 375 })
      await page.context().close()
    }
  }, 90_000)

test('every service that comes later says so and offers the hotline', async () => {
  const page = await app.phone('guest', { path: 'pages/service/service' })
  const worker = new Worker(page)
  for (const name of ['法律咨询', '普惠服务', '职工书屋']) {
    await worker.tap(new RegExp(name))
    await worker.see('正在准备')
    await page.getByRole('dialog', { name }).getByRole('button', { name: /拨打/ }).click()
    await worker.see('呼叫 12351')
    await page.reload()
  }
})
