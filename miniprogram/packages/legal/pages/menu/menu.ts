import { failedView } from '../../../../components/failure-card/failed'
import { attempt } from '../../../../services/attempt'
import { cached } from '../../../../services/cached'
import { serverNow } from '../../../../services/clock'
import { callHotline } from '../../../../services/hotline'
import { legal } from '../../../../services/legal'
import { enter, frame, type Tapped } from '../../../../services/page'
import { reading } from '../../../../services/reading'
import { HOTLINE, unionServices } from '../../../../shared/services'
import { menuView, type MenuView } from './menu.view'

const PAGES = '/packages/legal/pages'

Page({
  ...reading,
  data: {
    ...frame,
    view: { kind: 'loading' } as MenuView,
    /** Not there yet: the sheet says so. */
    mediate: unionServices.find(({ key }) => key === 'mediate'),
    mediateOpen: false,
    hotline: HOTLINE,
  },

  onShow() {
    enter(this)
    void this.load()
  },
  onShareAppMessage: () => ({ title: '工会法律咨询：不收费', path: `${PAGES}/menu/menu` }),

  async load() {
    const read = await attempt(() => cached('legalMenu', () => legal.menu({})))
    if (!read.ok) return this.setData({ view: failedView(read.failure) })
    const { value, copyAt } = read.value
    this.setData({ view: menuView(value, copyAt, serverNow()) })
  },
  onService(event: Tapped<{ id: string }>) {
    void wx.navigateTo({ url: `${PAGES}/book/book?service=${event.currentTarget.dataset.id}` })
  },
  onAppointment(event: Tapped<{ id: string }>) {
    void wx.navigateTo({ url: `${PAGES}/appointment/appointment?id=${event.currentTarget.dataset.id}` })
  },
  onMine() {
    void wx.navigateTo({ url: `${PAGES}/mylist/mylist` })
  },
  onLimitation() {
    void wx.navigateTo({ url: `${PAGES}/limitation/limitation` })
  },
  onMediate() {
    this.setData({ mediateOpen: true })
  },
  onMediateClose() {
    this.setData({ mediateOpen: false })
  },
  onCall: callHotline,
})
