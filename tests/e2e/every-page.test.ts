import type { RunningApp } from '../support/app'
import { startApp } from '../support/app'
import { Worker } from './worker'

const STAFF = 'packages/staff/pages'
const ADMIN = 'packages/admin/pages'
const LAWYER = 'packages/lawyer/pages'
const CONTEST = 'se_01K4DEM0000000000000000081'
const NIGHT_SCHOOL = 'ac_01K4DEM0000000000000000020'
const LEGAL = 'packages/legal/pages'
/** Of zhou, with ye. */
const WAGES = 'apt_01K4DEM0000000000000000910'

type Visit = [name: string, as: string, path: string, words: string | RegExp]

/** Every page, as someone who meets it, with words that only its content has. */
const PAGES: Visit[] = [
  ['首页', 'lin', 'pages/home/home', '打开签到码'],
  ['首页, as a guest', 'guest', 'pages/home/home', '扫一扫'],
  ['活动', 'lin', 'pages/activity/activity', '园区羽毛球体验'],
  ['服务', 'guest', 'pages/service/service', '线上调解'],
  ['我的', 'lin', 'pages/mine/mine', '云帆科技园联合工会'],
  ['我的, as a guest', 'guest', 'pages/mine/mine', '去完善信息'],
  ['我的, as staff', 'feng', 'pages/mine/mine', '活动、签到、审批'],
  ['我的, as an administrator', 'jiang', 'pages/mine/mine', '谁可以做什么'],
  ['完善信息', 'guest', 'pages/register/register', '报名前，请先确认'],
  ['协议与隐私', 'guest', 'pages/agreement/agreement', '我们收集什么'],
  ['消息', 'lin', 'pages/inbox/inbox', /暂无消息|全部已读|没有更多了/],
  ['我的日程', 'lin', 'packages/me/pages/agenda/agenda', '加入手机日历'],
  [
    '候补, with an offer',
    'zhou',
    'packages/activities/pages/queue/queue?session=se_01K4DEM0000000000000000031',
    '接受名额',
  ],
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
  ['法律咨询, as a guest', 'guest', `${LEGAL}/menu/menu`, '想咨询什么问题？'],
  ['法律咨询, with an appointment', 'lin', `${LEGAL}/menu/menu`, '顾律师'],
  ['预约咨询', 'lin', `${LEGAL}/book/book?service=ls_wages`, /余\d/],
  ['预约详情', 'zhou', `${LEGAL}/appointment/appointment?id=${WAGES}`, '演示飞达物流有限公司'],
  ['我的法律服务', 'zhou', `${LEGAL}/mylist/mylist`, '欠薪咨询'],
  ['仲裁时效提醒', 'guest', `${LEGAL}/limitation/limitation`, '仲裁时效还有多久？'],
  ['咨询办理, not cleared', 'ye', `${LAWYER}/consult/consult?id=${WAGES}`, '确认无利益冲突'],
  ['工作台', 'feng', `${STAFF}/desk/desk`, '岗位练兵·快递分拣赛'],
  ['活动管理', 'feng', `${STAFF}/activities/activities`, '职工观影会'],
  ['编辑活动, a new one', 'feng', `${STAFF}/activity-edit/activity-edit`, '写的内容会自动保存'],
  [
    '编辑活动, a draft',
    'dong',
    `${STAFF}/activity-edit/activity-edit?id=ac_01K4DEM0000000000000000130`,
    /已保存 9月15日/,
  ],
  ['审批, of the street', 'zheng', `${STAFF}/approvals/approvals`, '人均预算'],
  ['审批, of the district', 'he', `${STAFF}/approvals/approvals`, '人均预算'],
  ['现场签到', 'feng', `${STAFF}/rollcall/rollcall?session=${CONTEST}`, '尾号 0019'],
  ['现场签到, to choose', 'feng', `${STAFF}/rollcall/rollcall`, '20 / 48'],
  ['现场码', 'feng', `${STAFF}/venue/venue?session=${CONTEST}`, /秒后更换/],
  ['海报', 'feng', `${STAFF}/poster/poster?id=${NIGHT_SCHOOL}`, '保存图片'],
  ['法律协调', 'he', `${STAFF}/legal/legal`, '律师不便承接'],
  ['律师端', 'ye', `${LAWYER}/desk/desk`, '待确认冲突'],
  ['我的排班', 'ye', `${LAWYER}/rota/rota`, '每周二、四 14:00–17:00'],
  ['角色授权', 'jiang', `${ADMIN}/roles/roles`, '有效至 2027-06-30'],
  ['组织树', 'jiang', `${ADMIN}/orgs/orgs`, '区总工会，下级 4 个'],
  ['系统设置', 'jiang', `${ADMIN}/settings/settings`, '签到码更换间隔'],
  ['系统设置, holidays', 'jiang', `${ADMIN}/settings/settings`, '2027年节假日'],
  ['首次启用', 'jiang', `${ADMIN}/first/first`, '输入启用码'],
]

/** Those of a role. */
const ROLE_PAGES = [
  `${STAFF}/desk/desk`,
  `${STAFF}/activities/activities`,
  `${STAFF}/activity-edit/activity-edit`,
  `${STAFF}/approvals/approvals`,
  `${STAFF}/rollcall/rollcall`,
  `${STAFF}/rollcall/rollcall?session=${CONTEST}`,
  `${STAFF}/venue/venue?session=${CONTEST}`,
  `${STAFF}/poster/poster?id=${NIGHT_SCHOOL}`,
  `${STAFF}/legal/legal`,
  `${LAWYER}/desk/desk`,
  `${LAWYER}/rota/rota`,
  `${ADMIN}/roles/roles`,
  `${ADMIN}/orgs/orgs`,
  `${ADMIN}/settings/settings`,
]
/** Pages loading at once: more do not load sooner. */
const AT_ONCE = 3

let app: RunningApp

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

async function visit([name, as, path, words]: Visit, look: { dark?: boolean; large?: boolean }) {
  const errors: string[] = []
  const page = await app.phone(as, { ...look, path, errors })
  await new Worker(page).see(words)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect({ name, errors, width }).toEqual({ name, errors: [], width: 375 })
  await page.context().close()
}

async function visitAll(visits: readonly Visit[], look = {}): Promise<void> {
  const left = [...visits]
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) await visit(next, look)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
}

for (const look of [{}, { dark: true }, { large: true }])
  test(`every page shows its content and logs no error, ${JSON.stringify(look)}`, async () => {
    await visitAll(PAGES, look)
  }, 240_000)

test('a worker who opens a page of staff or of administrators reads that it is not theirs', async () => {
  await visitAll(ROLE_PAGES.map(path => [path, 'lin', path, '您暂无权限查看此页']))
}, 60_000)

test('every service that comes later says so and offers the hotline', async () => {
  const page = await app.phone('guest', { path: 'pages/service/service' })
  const worker = new Worker(page)
  for (const name of ['线上调解', '普惠服务', '职工书屋']) {
    await worker.tap(new RegExp(name))
    await worker.see('正在准备')
    await page.getByRole('dialog', { name }).getByRole('button', { name: /拨打/ }).click()
    await worker.see('呼叫 12351')
    await page.reload()
  }
})
