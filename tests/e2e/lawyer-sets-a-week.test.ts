/** A volunteer lawyer from an empty evening to a rating: a rule, a booking, names, facts, a record. */
import type { Page } from 'playwright-core'
import type { RunningApp } from '../support/app'
import { startApp } from '../support/app'
import { Staff } from './staff'
import { Worker } from './worker'

const LAWYER = 'packages/lawyer/pages'
const FACTS = '平台说我不是员工，上月的工资没有结清。'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

/** The local cloud's clock, Shanghai time. */
const clockTo = (time: string) => app.control('clock', { at: Date.parse(`${time}+08:00`) })

const choose = (page: Page, name: string | RegExp) => page.getByRole('radio', { name }).first().click()
const tick = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true }).click()

async function setTime(page: Page, label: string, time: string) {
  await page.locator(`[aria-label="${label}"] input`).fill(time)
}

/** From the free hours of the service to the answer. */
async function book(page: Page) {
  const worker = new Worker(page)
  await worker.see('2026年9月')
  await choose(page, /9月18日.*余/)
  await choose(page, '10:00，叶律师')
  await worker.tap('下一步')
  await worker.see('遇到了哪类问题？')
  await choose(page, '拖欠工资')
  await worker.tap('下一步')
  await worker.see('对方单位叫什么？')
  await worker.write('对方单位名称1', '演示云栈物流有限公司')
  await worker.tap('下一步')
  await worker.see('事情发生在哪天？')
  await worker.tap('跳过')
  await worker.write('发生了什么', FACTS)
  await worker.tap('下一步')
  await worker.see('有材料给律师看吗？')
  await worker.tap('跳过')
  await worker.see('请核对后提交')
  const consent = page.getByRole('checkbox', { name: /法律咨询信息同意书/ })
  // its words lead to the agreement
  await consent.filter({ visible: true }).click({ position: { x: 12, y: 24 } })
  await worker.tap('提交预约')
  await worker.tap('允许')
  await worker.see('预约成功')
}

test('a conflict that is declared ends what the lawyer sees, and asks for no reason', async () => {
  const page = await app.phone('ye', { path: `${LAWYER}/desk/desk` })
  const ye = new Staff(page)
  await ye.tap(/9月17日（周四）14:30–15:00/)
  await ye.tap('申报冲突')
  await ye.see(/不需要说明原因/)
  await page.getByText('申报冲突', { exact: true }).last().click()
  await ye.see('工会会另行安排律师，此预约的内容不再显示。')
  await page.getByRole('button', { name: '确认无利益冲突' }).waitFor({ state: 'hidden' })
}, 60_000)

test('a lawyer sets a week, a worker books it, and reads what the lawyer wrote', async () => {
  const errors: string[] = []
  const pages = {
    ye: await app.phone('ye', { path: `${LAWYER}/rota/rota`, errors }),
    lin: await app.phone('lin', { errors }),
  }
  const ye = new Staff(pages.ye)
  await ye.tap('新增规则')
  await tick(pages.ye, '周四')
  await ye.tap(/下一步/)
  await ye.see(/与已有的“每周二、四 14:00–17:00”时间重叠/)
  await tick(pages.ye, '周四')
  await tick(pages.ye, '周五')
  await setTime(pages.ye, '开始时间', '10:00')
  await setTime(pages.ye, '结束时间', '11:00')
  await ye.tap(/下一步/)
  await ye.see(/未来四周：新增 \d+ 个可约时段。/)
  await ye.sheet('新增规则').getByRole('button', { name: '保存' }).click()
  await ye.see('每周五 10:00–11:00')
  await choose(pages.ye, /9月18日.*共2段，已约0段/)
  await ye.see('10:30–11:00')

  const lin = new Staff(pages.lin)
  await lin.open('packages/legal/pages/book/book?service=ls_wages')
  await book(pages.lin)

  await ye.open(`${LAWYER}/desk/desk`)
  await ye.tap(/9月18日（周五）10:00–10:30.*前确认/)
  await ye.see('演示云栈物流有限公司')
  await ye.see('林*')
  expect(await pages.ye.getByText(FACTS).count()).toBe(0)
  await ye.tap('确认无利益冲突')
  await ye.tap('确认无冲突')
  await ye.see(FACTS)
  await ye.see('林禾')
  await ye.see('开始前一天起显示电话号码')

  await clockTo('2026-09-18T10:05:00')
  await ye.open(`${LAWYER}/desk/desk`)
  await ye.see('正在咨询')
  await ye.tap(/10:00–10:30.*正在咨询/)
  await ye.see('拨打当事人电话')
  await ye.write('了解到的情况', '入职三个月，没有书面合同。')
  await ye.see(/已存在手机/)
  await pages.ye.context().setOffline(true)
  await ye.see('当前无网络，写的记录先存在手机里')
  await ye.write('给当事人的意见', '先到劳动监察大队投诉，保留送单记录。')
  await pages.ye.context().setOffline(false)
  await pages.ye.getByText(/写的记录先存在手机里/).waitFor({ state: 'detached' })
  await ye.tap('存草稿')
  await ye.see('草稿已保存')

  await lin.open('packages/legal/pages/mylist/mylist')
  await lin.tap(/9月18日（周五）10:00–10:30/)
  await lin.see(FACTS)
  expect(await pages.lin.getByText('先到劳动监察大队投诉').count()).toBe(0)

  await ye.open(`${LAWYER}/desk/desk`)
  await ye.tap(/10:00–10:30.*记录未提交/)
  await choose(pages.ye, '申请劳动仲裁')
  await ye.tap('提交记录')
  await ye.see('提交咨询记录？')
  await ye.page.getByText('提交', { exact: true }).last().click()
  await ye.see('记录已提交')

  await lin.page.reload()
  await lin.tap(/9月18日（周五）10:00–10:30/)
  await lin.see('先到劳动监察大队投诉，保留送单记录。')
  await lin.see('申请劳动仲裁')
  await choose(pages.lin, /5/)
  await lin.tap('提交评价')
  await lin.see('您的评价')

  await ye.page.reload()
  await ye.see('今天没有预约')
  expect(errors.filter(text => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
}, 180_000)
