/** One activity from its first word to the last point: written, approved, filled, waited for, called without a network, closed. */
import path from 'node:path'
import ExcelJS from 'exceljs'
import type { RunningApp } from '../support/app'
import { startApp } from '../support/app'
import { Staff } from './staff'
import { Worker } from './worker'

const TITLE = '秋日读书会'
const COVER = path.resolve(__dirname, '../../docs/screens/ticket.png')

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

/** The local cloud's clock, Shanghai time. */
const clockTo = (time: string) => app.control('clock', { at: Date.parse(`${time}+08:00`) })
const tick = () => app.control('timer', { function: 'jobs' })

test('staff publish, another approves, workers fill it, a third waits and gets the place, the roll is called in a basement', async () => {
  const feng = new Staff(await app.phone('feng', { path: 'packages/staff/pages/activities/activities' }))
  await feng.tap('新建')
  await feng.write('名称', TITLE)
  await feng.page.getByRole('button', { name: /^封面/ }).click()
  const chooser = feng.page.waitForEvent('filechooser')
  await feng.sheet('封面').getByRole('button', { name: '用一张照片' }).click()
  await (await chooser).setFiles(COVER)
  await feng.page.getByRole('button', { name: /^封面.*照片/ }).waitFor()
  await feng.page.getByRole('button', { name: /^地点/ }).click()
  await feng.write('地点名称', '区图书馆三层')
  await feng.write('地址', '金桥街道南路1号')
  await feng.done('地点')
  await feng.write('名额', '2')
  await feng.write('介绍', '一起读一本书，聊一聊。')
  await feng.tap('加一问')
  await feng.write('问什么', '想读哪本书')
  await feng.done('报名时询问')
  await feng.write('预算，元', '600')
  await feng.tap('提交复核')
  await feng
    .sheet(/提交复核/)
    .getByRole('button', { name: '提交复核' })
    .click()
  await feng.see('已通知有审批权限的同事')

  const he = new Staff(await app.phone('he', { path: 'packages/staff/pages/approvals/approvals' }))
  await he.see(TITLE)
  await he.tap(new RegExp(`^${TITLE}`))
  await he.see('人均预算')
  await he.tap(/^同意/)
  await he.see('同意这项预算？')
  await he.page.getByText('同意', { exact: true }).last().click()
  await he.page.getByRole('button', { name: new RegExp(`^${TITLE}`) }).waitFor({ state: 'hidden' })

  await clockTo('2026-09-17T09:05:00')
  const phones = { zhou: await app.phone('zhou'), lin: await app.phone('lin'), xu: await app.phone('xu') }
  const [zhou, lin, xu] = [new Worker(phones.zhou), new Worker(phones.lin), new Worker(phones.xu)]
  for (const worker of [zhou, lin]) {
    await worker.tab('活动')
    await worker.tap(new RegExp(TITLE))
    await worker.tap('立即报名')
    await worker.write(/想读哪本书/, '平凡的世界')
    await worker.confirm()
    await worker.see('报名成功！')
    await worker.tap('打开签到码')
  }
  await xu.tab('活动')
  await xu.tap(new RegExp(TITLE))
  await xu.tap('加入候补')
  await xu.write(/想读哪本书/, '活着')
  await phones.xu.getByRole('dialog', { name: '加入候补' }).getByRole('button', { name: '加入候补' }).click()
  await xu.tap('允许')
  await xu.see('退出候补')

  await lin.tap('取消报名')
  await lin.tap('确认取消')
  await lin.see('尚未报名')
  await tick()
  expect((await sent()).map(({ api, data }) => [api, data.template_id ?? data.templateId])).toContainEqual([
    'subscribeMessage.send',
    'T_WAIT',
  ])
  const again = new Worker(await app.phone('xu'))
  await again.tap(/有名额了/)
  await again.tap('接受名额')
  await again.tap('打开签到码')
  await again.see('我的签到码')

  const code = phones.zhou.getByText(/^\d{4} \d{4}$/).first()
  const before = await code.innerText()
  await clockTo('2026-09-23T13:30:00')
  await feng.open('packages/staff/pages/rollcall/rollcall')
  await feng.tap(new RegExp(TITLE))
  await feng.tap('更多操作')
  await feng
    .sheet('更多')
    .getByRole('button', { name: /下载离线名单/ })
    .click()
  await feng.see('已下载 2 人的名单')
  await feng.page.context().setOffline(true)
  await feng.see('无网络，可继续签到')
  // the phone has heard of the new time
  while ((await code.innerText()) === before) await phones.zhou.waitForTimeout(200)
  const digits = await code.innerText()
  await feng.tap('输8位数')
  await feng.write('8位数', digits.replace(' ', ''))
  await feng.sheet('输入8位数').getByRole('button', { name: '签到' }).click()
  await feng.see('签到成功')
  await feng.see('1 条待同步')
  await feng.page.context().setOffline(false)
  await feng.page.getByText('1 条待同步').waitFor({ state: 'hidden' })
  await feng.page.reload()
  await feng.tap(new RegExp(TITLE))
  await feng.page.getByRole('button', { name: /已签到1人，共2人/ }).waitFor()

  await clockTo('2026-09-23T16:05:00')
  await feng.tap('更多操作')
  await feng
    .sheet('更多')
    .getByRole('button', { name: /结束签到/ })
    .click()
  await feng.page.getByText('结束签到', { exact: true }).last().click()
  await feng.see('到场 1 人，未到场 1 人')
  await tick()
  const late = new Worker(await app.phone('xu', { path: 'pages/inbox/inbox' }))
  await late.see(/您未参加“秋日读书会”，记2分/)

  await feng.open('packages/staff/pages/activities/activities')
  await feng.tap(new RegExp(TITLE))
  await feng.tap('名单导出')
  await feng.write('用途', '经费核销')
  const download = feng.page.waitForEvent('download')
  await feng.tap('导出并打开')
  const rows = await spreadsheet(await (await download).path())
  expect(rows.flat().join(' ')).toContain('经费核销')
  expect(rows.slice(-2).map(row => row.join(' '))).toEqual([
    expect.stringMatching(/^1 周\*+ .*已签到.*平凡的世界/),
    expect.stringMatching(/^2 许\*+ .*未到场/),
  ])
}, 240_000)

interface Sent {
  api: string
  data: Record<string, unknown>
}

const sent = async () => (await (await fetch(`${app.url}/local/outbox`)).json()) as Sent[]

/** The cells of the first sheet, row by row, as text. */
async function spreadsheet(file: string): Promise<string[][]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const rows: string[][] = []
  book.worksheets[0]?.eachRow(row =>
    rows.push((row.values as unknown[]).slice(1).map(cell => String(cell ?? ''))),
  )
  return rows
}
