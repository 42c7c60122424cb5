import { attempt } from '../../../../services/attempt'
import { cached } from '../../../../services/cached'
import { serverNow } from '../../../../services/clock'
import { legal } from '../../../../services/legal'
import { enter, frame, once, type Told } from '../../../../services/page'
import { reading } from '../../../../services/reading'
import { answerSwap } from '../../answer-swap'
import { deskView, refusedView, type DeskView } from './desk.view'

const PAGES = '/packages/lawyer/pages'

Page({
  ...reading,
  data: { ...frame, busy: false, view: { kind: 'loading' } as DeskView },

  onShow() {
    enter(this)
    void this.load()
  },
  async load() {
    const read = await attempt(() => cached('lawyerDesk', () => legal.desk({})))
    if (!read.ok) return this.setData({ view: refusedView(read.failure) })
    const { value: desk, copyAt } = read.value
    this.setData({ view: deskView({ desk, copyAt, now: serverNow() }) })
  },
  onCase(event: Told<{ id: string }>) {
    void wx.navigateTo({ url: `${PAGES}/consult/consult?id=${event.detail.id}` })
  },
  onSwap(event: Told<{ swapId: string; agree: boolean }>) {
    const { swapId, agree } = event.detail
    void once(this, async () => {
      if (await answerSwap(swapId, agree)) await this.load()
    })
  },
  onRota() {
    void wx.navigateTo({ url: `${PAGES}/rota/rota` })
  },
  onParties() {
    void wx.navigateTo({ url: `${PAGES}/rota/rota?open=parties` })
  },
})
