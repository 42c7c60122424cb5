import { failedView } from '../../components/failure-card/failed'
import { boot } from '../../services/account'
import { activities, upcoming } from '../../services/activity'
import { attempt } from '../../services/attempt'
import { cached } from '../../services/cached'
import { serverNow } from '../../services/clock'
import { callHotline } from '../../services/hotline'
import { onNetwork } from '../../services/network'
import { enterTab, frame, type Tapped } from '../../services/page'
import { sceneIn } from '../../shared/scene'
import { HOTLINE, unionServices, type UnionService } from '../../shared/services'
import { homeView, type HomeView } from './home.view'

const SHORTCUTS = 8
const LISTED = 10

const readCards = () => cached('home', () => activities.list({ from: serverNow(), limit: LISTED }))

async function readHome(): Promise<HomeView> {
  const [who, cards] = await Promise.all([boot(), readCards()])
  const mine = who.value.me ? await upcoming() : undefined
  return homeView({
    boot: who.value,
    cards: cards.value.items,
    mine: mine?.value.items ?? [],
    copyAt: cards.copyAt ?? who.copyAt,
    now: serverNow(),
  })
}

Page({
  data: {
    ...frame,
    view: { kind: 'loading' },
    services: unionServices.slice(0, SHORTCUTS),
    sheet: unionServices[0] as UnionService,
    sheetOpen: false,
    hotline: HOTLINE,
  },
  stopListening: () => {},

  onLoad() {
    this.stopListening = onNetwork(() => void this.load())
  },
  onShow() {
    enterTab(this, 'home')
    void this.load()
  },
  onUnload() {
    this.stopListening()
  },
  async onPullDownRefresh() {
    await this.load()
    void wx.stopPullDownRefresh()
  },
  onShareAppMessage: () => ({ title: '工家云：报活动、找服务', path: '/pages/home/home' }),

  async load() {
    const read = await attempt(readHome)
    this.setData({ view: read.ok ? read.value : failedView(read.failure) })
    enterTab(this, 'home')
  },
  onRetry() {
    this.setData({ view: { kind: 'loading' } })
    void this.load()
  },
  onScan() {
    wx.scanCode({
      success: ({ result, path }) => this.open(sceneIn(path || result)),
      // closing the scanner is an answer too
      fail: () => undefined,
    })
  },
  open(scene: string) {
    void wx.navigateTo({ url: `/pages/scan/scan?scene=${scene}` })
  },
  onTicket(event: Tapped<{ session: string }>) {
    const { session } = event.currentTarget.dataset
    void wx.navigateTo({ url: `/packages/activities/pages/ticket/ticket?session=${session}` })
  },
  onActivity(event: Tapped<{ id: string }>) {
    const { id } = event.currentTarget.dataset
    void wx.navigateTo({ url: `/packages/activities/pages/detail/detail?id=${id}` })
  },
  onAllActivities() {
    void wx.switchTab({ url: '/pages/activity/activity' })
  },
  onAllServices() {
    void wx.switchTab({ url: '/pages/service/service' })
  },
  onService(event: Tapped<{ key: string }>) {
    const sheet = unionServices.find(service => service.key === event.currentTarget.dataset.key)
    if (sheet) this.setData({ sheet, sheetOpen: true })
  },
  onSheetClose() {
    this.setData({ sheetOpen: false })
  },
  onCall: callHotline,
})
