/** A poster from the screen to the wall, and from the wall to the activity. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { create } from 'qrcode'
import { code, paper } from '../../miniprogram/packages/staff/pages/poster/layout'
import type { RunningApp } from '../support/app'
import { startApp } from '../support/app'
import { Worker } from './worker'

const POSTER = 'packages/staff/pages/poster/poster?id=ac_01K4DEM0000000000000000020'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

test('the poster is saved as a picture, and its code leads to the activity', async () => {
  const feng = await app.phone('feng', { path: POSTER })
  const download = feng.waitForEvent('download')
  await new Worker(feng).tap('保存图片')
  const picture = await readFile(await (await download).path())
  await new Worker(feng).see('已存到相册')

  const text = await printedText()
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  expect(await squares(feng, picture, modules.size)).toEqual(Array.from(modules.data, Boolean))

  const phone = await app.phone('lin')
  await phone.getByRole('button', { name: '扫一扫' }).click()
  const scanner = phone.getByRole('dialog', { name: '扫一扫' })
  await scanner.getByRole('textbox', { name: '码的内容' }).fill(text)
  await scanner.getByRole('button', { name: '确定' }).click()
  await new Worker(phone).see('请交警和律师一起讲')
}, 60_000)

/** What the printed code of the night school holds. */
async function printedText(): Promise<string> {
  const { codes } = (await (await fetch(`${app.url}/local/state`)).json()) as {
    codes: { title: string; scene: string }[]
  }
  const { scene = '' } = codes.find(({ title }) => title === '骑手夜校') ?? {}
  return `pages/scan/scan?scene=${encodeURIComponent(scene)}`
}

/** Whether each square of the code on the poster is dark, row by row. Around it is a margin of one square. */
function squares(page: Page, picture: Buffer, size: number): Promise<boolean[]> {
  return page.evaluate(
    async ({ jpeg, size, code, paper }) => {
      const image = new Image()
      image.src = `data:image/jpeg;base64,${jpeg}`
      await image.decode()
      const scale = image.width / paper.width
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
      context.drawImage(image, 0, 0)
      const square = code.width / (size + 2)
      return Array.from({ length: size * size }, (_, i) => {
        const x = (code.x + (1.5 + (i % size)) * square) * scale
        const y = (code.y + (1.5 + Math.floor(i / size)) * square) * scale
        const [red = 255] = context.getImageData(x, y, 1, 1).data
        return red < 128
      })
    },
    { jpeg: picture.toString('base64'), size, code, paper },
  )
}
