/** How somebody becomes staff: one administrator grants, and where money is concerned a second one agrees. */
import type { RunningApp } from '../support/app'
import { startApp } from '../support/app'
import { Staff } from './staff'
import { Worker } from './worker'

const ROLES = 'packages/admin/pages/roles/roles'
const XU = '13800006622'
const QIN = '13800006619'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const open = async (as: string, path = ROLES) => new Staff(await app.phone(as, { path }))

/** Up to the button; `caps` are tapped, and EDIT and ROLL are chosen from the beginning. */
async function fill(admin: Staff, phone: string, union: string, caps: string[] = []) {
  await admin.tap('新增授权')
  const sheet = admin.sheet('新增授权')
  await admin.write('完整手机号', phone)
  for (const name of caps) await sheet.getByRole('checkbox', { name }).click()
  await admin.page
    .getByLabel('工会', { exact: true })
    .and(admin.page.locator('input'))
    .pressSequentially(union)
  await sheet.getByRole('button', { name: new RegExp(union) }).click()
  return sheet
}

test('an administrator finds a person by the phone number and makes them staff, who then see 工作台', async () => {
  const jiang = await open('jiang')
  const sheet = await fill(jiang, XU, '云帆科技园')
  await jiang.see(/许\*+　138\*\*\*\*6622/)
  await sheet.getByRole('button', { name: '授权', exact: true }).click()
  await jiang.see('已授权')

  const xu = await open('xu', 'pages/mine/mine')
  await xu.tap(/工作台/)
  await xu.see('新建活动')
}, 60_000)

test('who may approve is decided by two administrators, and the first cannot be the second', async () => {
  const jiang = await open('jiang')
  const sheet = await fill(jiang, QIN, '和顺街道', ['审批'])
  await jiang.see('资金、审批和管理员授权，要另一位管理员复核后生效。')
  await sheet.getByRole('button', { name: '提交复核' }).click()
  await jiang.see('等另一位管理员复核')
  await jiang.tap(/^秦\*+.*等另一位管理员复核/)
  await jiang.see('撤销授权')
  expect(await jiang.page.getByRole('button', { name: '同意授权' }).count()).toBe(0)
  await new Worker(await app.phone('qin', { path: 'packages/staff/pages/approvals/approvals' })).see(
    '您暂无权限查看此页',
  )

  const bai = await open('bai')
  await bai.tap(/^秦\*+.*待您复核/)
  await bai.tap('同意授权')
  await bai.page.getByRole('button', { name: /^秦\*+.*有效至/ }).waitFor()
  // a function remembers for some seconds what somebody may do
  await app.control('clock', { advanceMs: 10_000 })
  const qin = await open('qin', 'packages/staff/pages/approvals/approvals')
  await qin.see('没有审批事项')
}, 60_000)
