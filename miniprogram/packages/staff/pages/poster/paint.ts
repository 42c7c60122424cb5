import type { Art } from '../../../../../typings/documents'
import type { Poster } from '../../../../../typings/api/insight'
import { button, code, colours, cover, filling, paper, rule, texts, type MeasureAt } from './layout'

type Canvas = WechatMiniprogram.Canvas
type Image = WechatMiniprogram.Image
type Context = WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D

const FONT = '"PingFang SC", "HarmonyOS Sans SC", MiSans, "Noto Sans CJK SC", sans-serif'

/** What stands there when neither photo nor drawing can be loaded: the ground of the drawing. */
const grounds: Record<Art, string> = {
  badminton: '#eae6f0',
  checkup: '#e0eee7',
  choir: '#f3e5e3',
  contest: '#dfebeb',
  cool: '#dceaef',
  film: '#eae6f0',
  lecture: '#e4e7ef',
  newform: '#f1e8db',
  visit: '#ece7de',
  walk: '#e7eede',
}

/** Draws the poster at the size of `sheet`; false when its code cannot be loaded: without it, it is no poster. */
export async function paint(canvas: Canvas, poster: Poster, sheet: typeof paper): Promise<boolean> {
  const [picture, qr] = await Promise.all([coverOf(canvas, poster), loaded(canvas, poster.qrUrl)])
  if (!qr) return false
  canvas.width = sheet.width
  canvas.height = sheet.height
  const context = canvas.getContext('2d') as Context
  context.scale(sheet.width / paper.width, sheet.height / paper.height)
  fill(context, colours.paper, { x: 0, y: 0, ...paper })
  fill(context, grounds[poster.art], cover)
  if (picture) {
    const part = filling(picture, cover)
    draw(context, picture, part, cover)
  }
  draw(context, qr, { x: 0, y: 0, width: qr.width, height: qr.height }, code)
  context.fillStyle = colours.red
  rounded(context)
  fill(context, colours.ink, rule)
  write(context, poster)
  return true
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

function fill(context: Context, colour: string, { x, y, width, height }: Box): void {
  context.fillStyle = colour
  context.fillRect(x, y, width, height)
}

function draw(context: Context, picture: Image, from: Box, to: Box): void {
  const image = picture as unknown as Parameters<Context['drawImage']>[0]
  context.drawImage(image, from.x, from.y, from.width, from.height, to.x, to.y, to.width, to.height)
}

function rounded(context: Context): void {
  const { x, y, width, height, radius } = button
  context.beginPath()
  context.moveTo(x + radius, y)
  context.arcTo(x + width, y, x + width, y + height, radius)
  context.arcTo(x + width, y + height, x, y + height, radius)
  context.arcTo(x, y + height, x, y, radius)
  context.arcTo(x, y, x + width, y, radius)
  context.closePath()
  context.fill()
}

function write(context: Context, poster: Poster): void {
  const fontOf = (size: number, weight: number) => `${weight} ${size}px ${FONT}`
  const measure: MeasureAt = (text, size, weight) => {
    context.font = fontOf(size, weight)
    return context.measureText(text).width
  }
  for (const { text, x, y, size, weight, colour, align } of texts(poster, measure)) {
    context.font = fontOf(size, weight)
    context.fillStyle = colours[colour]
    context.textAlign = align
    context.fillText(text, x, y)
  }
}

/** The photo; the drawing when there is none or it does not come. */
async function coverOf(canvas: Canvas, { coverUrl, art }: Poster): Promise<Image | undefined> {
  const photo = coverUrl === undefined ? undefined : await loaded(canvas, coverUrl)
  return photo ?? loaded(canvas, `/art/${art}-light.svg`)
}

function loaded(canvas: Canvas, source: string): Promise<Image | undefined> {
  return new Promise(resolve => {
    const image = canvas.createImage()
    image.onload = () => resolve(image)
    image.onerror = () => resolve(undefined)
    image.src = source
  })
}
