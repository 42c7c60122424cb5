import type { Page } from 'playwright-core'
import type { RunningApp } from '../support/app'
import { startApp } from '../support/app'
import { Worker } from './worker'

const LEGAL = 'packages/legal/pages'
const FACTS = '七月的工资一直没有发，问了三次，单位说再等等。'

let app: RunningApp

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

/** Somebody before the free hours of a service, as they are for calls by phone. */
async function open(as: string, service: string) {
  const errors: string[] = []
  const page = await app.phone(as, { path: `${LEGAL}/book/book?service=ls_${service}`, errors })
  const worker = new Worker(page)
  await worker.see('2026年9月')
  return { page, worker, errors }
}

const choose = (page: Page, name: string | RegExp) => page.getByRole('radio', { name }).first().click()

async function chooseTime(page: Page, day: string, time: string) {
  await choose(page, new RegExp(`${day}.*余`))
  await choose(page, time)
  await new Worker(page).tap('下一步')
}

/** From the name of the other side to the summary, without files. */
async function answer(worker: Worker, opponent: string) {
  await worker.see('对方单位叫什么？')
  await worker.write('对方单位名称1', opponent)
  await worker.tap('下一步')
  await worker.see('事情发生在哪天？')
  await worker.tap('跳过')
  await worker.write('发生了什么', FACTS)
  await worker.tap('下一步')
  await worker.see('有材料给律师看吗？')
}

/** The box itself: the words beside it lead to the text. */
const agree = ({ phone }: Worker) =>
  phone
    .getByRole('checkbox', { name: /法律咨询信息同意书/ })
    .filter({ visible: true })
    .click({ position: { x: 12, y: 24 } })

/** Submits; WeChat asks once a day whether it may send messages. */
async function submit(worker: Worker, asks = true) {
  await worker.tap('提交预约')
  if (asks) await worker.tap('允许')
}

async function attach(page: Page, way: string, name: string, mimeType: string, bytes: Buffer) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), new Worker(page).tap(way)])
  await chooser.setFiles({ name, mimeType, buffer: bytes })
}

test('a worker books a call with a file, finds it among their services and in the agenda, and cancels', async () => {
  const errors: string[] = []
  const page = await app.phone('lin', { path: 'pages/service/service', errors })
  const worker = new Worker(page)
  await worker.tap(/法律咨询/)
  await worker.see('想咨询什么问题？')
  await worker.tap('欠薪')
  await worker.see('2026年9月')
  await chooseTime(page, '9月17日', '15:00，叶律师')
  await worker.see('遇到了哪类问题？')
  await choose(page, '拖欠工资')
  await worker.tap('下一步')
  await answer(worker, '演示云栈物流有限公司')
  await worker.tap('从微信聊天选')
  await worker.see(/请先阅读并同意/)
  await agree(worker)
  await attach(page, '从微信聊天选', '劳动合同.pdf', 'application/pdf', Buffer.from('%PDF-1.7 demo'))
  await worker.see('劳动合同.pdf')
  await worker.see('1 KB')
  await attach(page, '从微信聊天选', '清单.pdf', 'application/pdf', Buffer.from('no such thing'))
  await worker.see('文件格式、大小或内容不符合要求。')
  await worker.tap('下一步')
  await worker.see('有文件没有传上去，请重试或移除。')
  await worker.tap('移除，清单.pdf')
  await worker.tap('下一步')
  await worker.see('请核对后提交')
  await worker.see('1 个文件')
  await submit(worker)
  await worker.see('预约成功')
  await worker.tap('查看预约')
  await worker.see(FACTS)
  await worker.see('材料 1（PDF）')

  const agenda = new Worker(await app.phone('lin', { path: 'packages/me/pages/agenda/agenda' }))
  await agenda.see('法律咨询（电话）')
  const list = new Worker(await app.phone('lin', { path: `${LEGAL}/mylist/mylist` }))
  await list.tap(/欠薪咨询，9月17日（周四）15:00–15:30/)
  await list.tap('取消预约')
  await list.tap('确认取消')
  await list.see('这次预约已取消，时段已让给其他职工。')
  await list.back()
  await list.see('已取消')
  expect(errors).toEqual([])
}, 90_000)

test('a lawyer whose firm acts for the other side declines without a reason; another one takes it', async () => {
  const { page, worker, errors } = await open('xu', 'injury')
  await chooseTime(page, '9月17日', '14:00，叶律师')
  await answer(worker, '演示速捷配送有限公司')
  await worker.tap('跳过')
  await agree(worker)
  await submit(worker)
  await worker.see('该律师暂不便承接此事项，请选择其他律师。您写的内容都还在。')
  await expect(page.getByRole('button', { name: /改约.*叶律师/ }).count()).resolves.toBe(0)
  await worker.tap(/改约9月17日（周四）19:00.*韩律师/)
  await worker.see('演示速捷配送有限公司')
  await submit(worker, false)
  await worker.see('预约成功')
  await worker.see(/韩律师/)
  expect(errors).toEqual([])
}, 90_000)

test('two want the same hour: the second keeps what they wrote and is shown the hours beside it', async () => {
  const phones = [await open('qin', 'other'), await open('ma', 'other')]
  for (const { page, worker } of phones) {
    await chooseTime(page, '9月18日', '19:30，韩律师')
    await worker.see('还没有对方，或只是想了解，可以跳过。')
    await worker.tap('跳过')
    await worker.tap('跳过')
    await worker.write('发生了什么', FACTS)
    await worker.tap('下一步')
    await worker.tap('跳过')
    await agree(worker)
  }
  for (const { worker } of phones) await submit(worker)
  const [first, second] = phones.map(({ worker }) => worker)
  await first?.see('预约成功')
  await second?.see('时段刚被约走')
  await second?.tap(/改约9月18日（周五）19:00.*韩律师/)
  await second?.see(FACTS)
  if (second) await submit(second, false)
  await second?.see('预约成功')
}, 90_000)

test('a guest chooses an hour, registers and goes on where they were', async () => {
  const { page, worker, errors } = await open('guest', 'wages')
  await chooseTime(page, '9月22日', '14:00，叶律师')
  await worker.register('陈安')
  await worker.see('遇到了哪类问题？')
  await worker.see(/已选 9月22日（周二）14:00，电话，叶律师/)
  expect(errors).toEqual([])
}, 60_000)
