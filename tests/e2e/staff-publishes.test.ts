import type { Page } from 'playwright-core'
import type { RunningApp } from '../support/app'
import { startApp } from '../support/app'
import { Worker } from './worker'

const STAFF = 'packages/staff/pages'
let app: RunningApp

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

/** A person of staff at a page; `done` presses the button of the sheet that is open. */
async function staff(as: string, page: string) {
  const phone = await app.phone(as, { path: `${STAFF}/${page}` })
  const person = new Worker(phone)
  const last = (name: string) =>
    phone.getByText(name, { exact: true }).filter({ visible: true }).last().click()
  return { phone, person, last }
}

async function write(phone: Page, person: Worker, title: string, spot: string) {
  await person.see('写的内容会自动保存')
  await phone.getByPlaceholder('职工一眼能看懂的名字').fill(title)
  await person.tap(/^地点/)
  await phone.getByPlaceholder('如：和顺街道职工之家二层').fill(spot)
}

test('an activity is written, kept through a restart, looked at, published, and seen by a worker', async () => {
  const { phone, person, last } = await staff('dong', 'activity-edit/activity-edit')
  await person.see('写的内容会自动保存')
  await last('发布')
  await person.see('请填写名称，至少2个字。')
  await person.see('请填写地点，职工要按它找过来。')
  await write(phone, person, '走进消防站', '和顺消防救援站')
  await person.tap('在地图上选择')
  await person.tap(/^和顺文化广场/)
  expect(await phone.getByPlaceholder('街道、路和门牌号').inputValue()).toBe('和顺街道东里1号')
  expect(await phone.getByPlaceholder('如：和顺街道职工之家二层').inputValue()).toBe('和顺文化广场')
  await person.see('已在地图上标出')
  await phone.getByPlaceholder('如：和顺街道职工之家二层').fill('和顺消防救援站')
  await last('完成')
  await phone.getByRole('radio', { name: '参观' }).click()
  await phone.reload()
  await person.see('接着上次没写完的内容。')
  await person.tap('预览职工看到的样子')
  await person.see('预览：职工看到的就是这样，现在还没有发布')
  await person.see('和顺消防救援站')
  await person.back()
  await last('发布')
  await person.see('职工现在就能在活动列表里看到。')

  const lin = new Worker(await app.phone('lin', { path: 'pages/activity/activity' }))
  await lin.see('走进消防站')
}, 60_000)

test('what costs money waits for a second person, who sends it back with a reason', async () => {
  const { phone, person, last } = await staff('dong', 'activity-edit/activity-edit')
  await write(phone, person, '职工读书会', '和顺书屋')
  await last('完成')
  await phone.getByPlaceholder('0.00').fill('500')
  await last('提交复核')
  await person.see('预算 ¥500.00，由另一位有审批权限的同事复核后才发布。')
  await last('提交复核')
  await person.see('已提交复核')

  const he = await staff('he', 'approvals/approvals')
  await he.person.tap(/职工读书会/)
  await he.last('退回')
  await he.phone.getByPlaceholder('哪里要改').fill('请写明买哪些书')
  await he.last('退回')
  await he.person.see('已退回')

  const again = await staff('dong', 'activities/activities')
  await again.person.tap(/职工读书会.*被退回/)
  await again.person.tap('编辑')
  await again.person.see('退回原因：请写明买哪些书')
}, 60_000)

test('two people write one activity: the second chooses field by field and loses nothing', async () => {
  const open = async () => {
    const at = await staff('feng', 'activities/activities')
    await at.person.tap(/职工观影会/)
    await at.person.tap('编辑')
    await at.person.see('活动已发布')
    return at
  }
  const [first, second] = [await open(), await open()]
  await first.phone.getByRole('textbox', { name: '介绍' }).fill('今晚放老片。')
  await first.last('存草稿')
  await first.person.see('草稿已保存')
  await second.phone.getByRole('textbox', { name: '名称' }).fill('职工观影夜')
  await second.last('存草稿')
  await second.person.see('两个版本不一样')
  await second.last('按选定的合并')
  await second.last('存草稿')
  await second.person.see('草稿已保存')
  expect(await second.phone.getByRole('textbox', { name: '介绍' }).inputValue()).toBe('今晚放老片。')
  expect(await second.phone.getByRole('textbox', { name: '名称' }).inputValue()).toBe('职工观影夜')
}, 60_000)

test('without a network the desk and the list are copies, and what is typed stays on the phone', async () => {
  const desk = await staff('dong', 'desk/desk')
  await desk.person.see('活动草稿')
  await desk.phone.context().setOffline(true)
  await desk.person.see(/当前无网络，显示的是\d\d:\d\d的内容/)
  await desk.person.see('活动草稿')

  const list = await staff('dong', 'activities/activities')
  await list.person.see('秋季安全讲座')
  await list.person.tap(/秋季安全讲座/)
  await list.person.tap('编辑')
  await list.person.see('存草稿')
  await list.phone.context().setOffline(true)
  await list.person.see('当前无网络，写的内容留在本机')
  await list.phone.getByRole('textbox', { name: '名称' }).fill('秋季安全讲座二')
  await list.last('存草稿')
  await list.person.see('当前无网络，请联网后再试。')
  expect(await list.phone.getByRole('textbox', { name: '名称' }).inputValue()).toBe('秋季安全讲座二')
}, 60_000)
