/** A code on the wall of the hall, which people scan themselves. */
import type { Reply } from '../../typings/contract'
import type { VenueKey } from '../../typings/api/activity'
import { venueCode } from '../../miniprogram/shared/venue-code'
import type { RunningApp } from '../support/app'
import { startApp } from '../support/app'
import { Staff } from './staff'
import { Worker } from './worker'

/** 骑手夜校, which has places left. */
const DETAIL = 'packages/activities/pages/detail/detail?id=ac_01K4DEM0000000000000000020'
const EVENING = 'se_01K4DEM0000000000000000021'
const ROLL = `packages/staff/pages/rollcall/rollcall?session=${EVENING}`

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

/** Opens the page of the code as staff do; what hangs there at a time is the answer. */
async function hangUp(staff: Staff): Promise<() => Promise<string>> {
  await staff.tap('更多操作')
  const asked = staff.page.waitForResponse(
    answer => answer.request().postData()?.includes('venueKey') ?? false,
  )
  await staff
    .sheet('更多')
    .getByRole('button', { name: /现场码/ })
    .click()
  await staff.page.getByRole('img', { name: '现场签到二维码' }).waitFor()
  const { data } = (await (await asked).json()) as Extract<Reply<VenueKey>, { ok: true }>
  return async () => {
    const { now } = (await (await fetch(`${app.url}/local/state`)).json()) as { now: number }
    return venueCode(data.venueKey, EVENING, data.session.windowSec, now).text
  }
}

async function scan(as: string, text: string): Promise<Worker> {
  const phone = await app.phone(as)
  await phone.getByRole('button', { name: '扫一扫' }).click()
  const scanner = phone.getByRole('dialog', { name: '扫一扫' })
  await scanner.getByRole('textbox', { name: '码的内容' }).fill(text)
  await scanner.getByRole('button', { name: '确定' }).click()
  return new Worker(phone)
}

test('who signed up scans the code in the hall and is there; who comes without waits until staff agree', async () => {
  const signingUp = new Worker(await app.phone('lin', { path: DETAIL }))
  await signingUp.signUp()
  await signingUp.see('报名成功！')

  await app.control('clock', { at: Date.parse('2026-09-19T18:50:00+08:00') })
  const feng = new Staff(await app.phone('feng', { path: ROLL }))
  const shown = await hangUp(feng)
  await (await scan('lin', await shown())).see('已签到 18:50')
  await (await scan('zhou', await shown())).see('待核验')

  await feng.open(ROLL)
  await feng.tab('待核验 1')
  await feng.tap(/周\*+/)
  await feng.see('本人扫了现场码，请核对后决定。')
  await feng.sheet(/周/).getByRole('button', { name: '通过', exact: true }).click()
  await feng.page.getByRole('button', { name: /已签到2人/ }).waitFor()
  const zhou = await app.phone('zhou', { path: `packages/activities/pages/ticket/ticket?session=${EVENING}` })
  await new Worker(zhou).see('已签到 18:50')
}, 120_000)
