/** Two people of staff write the same draft at the same time. */
import type { RunningApp } from '../support/app'
import { startApp } from '../support/app'
import { Staff } from './staff'

const DRAFT = 'packages/staff/pages/activity-edit/activity-edit?id=ac_01K4DEM0000000000000000130'
const TITLE = '秋冬安全讲座'
const BODY = '请消防员讲取暖和充电。'
const NOTE = '请带上工牌。'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const open = async (as: string) => new Staff(await app.phone(as, { path: DRAFT }))
const field = (staff: Staff, label: string) =>
  staff.page.locator('textarea').and(staff.page.getByLabel(label))

test('who saves second is shown both versions, chooses part by part, and nothing is lost', async () => {
  const [dong, feng] = [await open('dong'), await open('feng')]
  await dong.see(/已保存 9月15日/)
  await feng.see(/已保存 9月15日/)
  await dong.write('名称', TITLE)
  await dong.write('介绍', BODY)
  await dong.tap('存草稿')
  await dong.see('草稿已保存')

  await feng.write('名称', '冬季安全讲座')
  await feng.tap('加一条')
  await feng.write('须知第1条', NOTE)
  await feng.tap('存草稿')
  await feng.see('两个版本不一样')
  await feng.see(/董\*.*改过这个活动。您写的都还在，请逐项选定用哪一个。/)
  const part = (name: string) => feng.sheet('两个版本不一样').getByRole('radiogroup', { name })
  const chosen = (name: string) => part(name).getByRole('radio', { checked: true }).innerText()
  expect(await chosen('介绍')).toContain(BODY)
  expect(await chosen('须知')).toContain(NOTE)
  expect(await chosen('名称')).toContain('冬季安全讲座')
  await part('名称').getByRole('radio', { name: TITLE }).click()
  await feng.tap('按选定的合并')
  await feng.see('已合并，还没有保存')
  await feng.tap('存草稿')
  await feng.see('草稿已保存')

  const later = await open('dong')
  await later.see(/已保存/)
  expect(await field(later, '名称').inputValue()).toBe(TITLE)
  expect(await field(later, '介绍').inputValue()).toBe(BODY)
  expect(await field(later, '须知第1条').inputValue()).toBe(NOTE)
}, 90_000)
