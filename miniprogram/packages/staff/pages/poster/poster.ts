import type { Poster } from '../../../../../typings/api/insight'
import { attempt } from '../../../../services/attempt'
import { insights } from '../../../../services/insight'
import { enter, frame, leave, once } from '../../../../services/page'
import { paper, smallPaper } from './layout'
import { paint } from './paint'
import { notDrawn, notLoaded, posterView, type PosterView } from './poster.view'

type Refusal = WechatMiniprogram.GeneralCallbackResult

Page({
  data: {
    ...frame,
    busy: false,
    view: { kind: 'loading' } as PosterView,
    /** The person refused to let pictures be saved. */
    denied: false,
  },
  activityId: '',

  onLoad({ id = '' }: { id?: string }) {
    this.activityId = id
    void this.load()
  },
  onShow() {
    enter(this)
  },
  async load() {
    const read = await attempt(() => insights.poster({ kind: 'ACTIVITY', id: this.activityId }))
    if (!read.ok) return this.setData({ view: notLoaded(read.failure) })
    const path = (await this.draw(read.value, paper)) ?? (await this.draw(read.value, smallPaper))
    this.setData({ view: path === undefined ? notDrawn : posterView(read.value, path) })
  },
  /** The path of the picture; undefined when this size is too much for the phone, or its code did not come. */
  async draw(poster: Poster, sheet: typeof paper): Promise<string | undefined> {
    const canvas = await this.canvas()
    if (!(await paint(canvas, poster, sheet))) return undefined
    const size = { destWidth: sheet.width, destHeight: sheet.height }
    return new Promise(resolve => {
      wx.canvasToTempFilePath({
        canvas,
        ...size,
        fileType: 'jpg',
        quality: 0.95,
        success: ({ tempFilePath }) => resolve(tempFilePath),
        fail: () => resolve(undefined),
      })
    })
  },
  canvas(): Promise<WechatMiniprogram.Canvas> {
    return new Promise(resolve => {
      this.createSelectorQuery()
        .select('#paper')
        .node(found => resolve(found.node as WechatMiniprogram.Canvas))
        .exec()
    })
  },
  onRetry() {
    this.setData({ view: { kind: 'loading' } })
    void this.load()
  },
  onSave() {
    const { view } = this.data
    if (view.kind !== 'ready') return
    return once(this, async () => {
      const refusal = await saved(view.path)
      if (refusal === undefined) void wx.showToast({ title: '已存到相册', icon: 'none' })
      else if (/auth|authorize/.test(refusal)) this.setData({ denied: true })
      else if (!refusal.includes('cancel')) void wx.showToast({ title: '没有存成，请再试一次', icon: 'none' })
    })
  },
  onShare() {
    const { view } = this.data
    if (view.kind === 'ready') wx.showShareImageMenu({ path: view.path, fail: tellUnlessCancelled })
  },
  onDeniedClose() {
    this.setData({ denied: false })
  },
  onLeave: leave,
})

/** Undefined when it was saved, else why not. */
function saved(filePath: string): Promise<string | undefined> {
  return new Promise(resolve => {
    const success = () => resolve(undefined)
    wx.saveImageToPhotosAlbum({ filePath, success, fail: ({ errMsg }) => resolve(errMsg) })
  })
}

function tellUnlessCancelled({ errMsg }: Refusal): void {
  if (!errMsg.includes('cancel')) void wx.showToast({ title: '分享没有成功，请先保存图片', icon: 'none' })
}
