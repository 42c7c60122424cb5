/** What the union's legal desk does: another lawyer for who needs one, a swap of hours, the holidays of a year. */
import type { RunningApp } from '../support/app'
import { startApp } from '../support/app'
import { Staff } from './staff'

const LEGAL = 'packages/staff/pages/legal/legal'
const LAWYER = 'packages/lawyer/pages/desk/desk'
const SETTINGS = 'packages/admin/pages/settings/settings'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const open = async (as: string, path: string) => new Staff(await app.phone(as, { path }))

test('an appointment whose lawyer has a conflict goes to another lawyer, and the worker is told', async () => {
  const he = await open('he', 'packages/staff/pages/desk/desk')
  await he.tap(/^法律预约待协调/)
  await he.see('律师不便承接')
  await he.see('罗律师　正言演示所')
  await he.tap(/^改派/)
  const sheet = he.sheet('改派')
  expect(await sheet.getByRole('radio', { name: /罗律师/ }).count()).toBe(0)
  await sheet.getByRole('radio', { name: /韩律师/ }).click()
  await sheet.getByRole('radio', { name: '19:30' }).first().click()
  await sheet.getByRole('button', { name: '改派' }).click()
  await he.see('请写明原因，至少2个字。')
  await he.write('原因', '原律师不便承接，已另行安排')
  await sheet.getByRole('button', { name: '改派' }).click()
  await he.see('没有待协调的预约')
  await he.tab('预约')
  await he.see('韩律师　和衡演示所')

  await app.control('timer', { function: 'jobs' })
  const ma = await open('ma', 'pages/inbox/inbox')
  await ma.see(/韩律师/)
}, 60_000)

test('two lawyers agree on a swap; it stands once staff have approved it', async () => {
  const he = await open('he', LEGAL)
  await he.tab('换班')
  await he.see('等对方答复')
  const ye = await open('ye', LAWYER)
  await ye.tap(/^同意/)
  await ye.see('已同意，等待工会批准')

  await he.tab('菜单')
  await he.tab('换班')
  await he.see('待您批准')
  await he.tap(/^批准，叶律师接替罗律师/)
  await he.page.getByRole('button', { name: '批准', exact: true }).click()
  await he.see('没有换班申请')
  await he.tab('排班')
  await he.tap(/换一位/)
  await he
    .sheet('看谁的排班')
    .getByRole('radio', { name: /叶律师/ })
    .click()
  await he.see('9月18日（周五）')
}, 60_000)

test('the holidays of a year are pasted; a wrong line is named, and what is imported is shown', async () => {
  const jiang = await open('jiang', SETTINGS)
  await jiang.tap(/^2027年节假日/)
  const sheet = jiang.sheet('2027年节假日')
  await jiang.write('全年安排', '2027-02-06 休 春节\n2027-02-07 春节')
  await jiang.see('第2行：日期后面请写“休”或“班”。')
  await jiang.write('全年安排', '2027-02-06 休 春节\n2027-02-07 休 春节\n2027-02-14 班 春节 3')
  await jiang.see('将导入：休 2 天，班 1 天')
  await jiang.see('2月14日 班（补周三）')
  await sheet.getByRole('button', { name: '导入' }).click()
  await jiang.see('请填写通知文号。')
  await jiang.write('通知文号', '国办发明电〔2026〕9号')
  await sheet.getByRole('button', { name: '导入' }).click()
  await jiang.see('休 2 天，班 1 天　国办发明电〔2026〕9号')
}, 60_000)
