import { failedView } from '../../components/failure-card/failed'
import { boot } from '../../services/account'
import { activities, upcoming, waiting } from '../../services/activity'
import { attempt } from '../../services/attempt'
import { cached } from '../../services/cached'
import { serverNow } from '../../services/clock'
import { callHotline } from '../../services/hotline'
import { enterTab, frame, type Tapped } from '../../services/page'
import { reading } from '../../services/reading'
import { roleNow } from '../../services/role'
import { venueSession } from '../../services/venue-queue'
import { sceneIn } from '../../shared/scene'
import { HOTLINE, unionServices, type UnionService } from '../../shared/services'
import { homeView, type HomeView } from './home.view'

const PAGES = '/packages/activities/pages'
const SHORTCUTS = 8
const LISTED = 10

const readCards = () => cached('home', () => activities.list({ from: serverNow(), limit: LISTED }))

async function readHome(): Promise<HomeView> {
  const [who, cards] = await Promise.all([boot(), readCards()])
  const [held, queued] = who.value.me ? await Promise.all([upcoming(), waiting()]) : []
  return homeView({
    boot: who.value,
    role: roleNow(who.value.roles),
    cards: cards.value.items,
    mine: held?.value.items ?? [],
    queued: queued?.value.items ?? [],
    copyAt: cards.copyAt ?? who.copyAt,
    now: serverNow(),
  })
}

Page({
  ...reading,
  data: {
    ...frame,
    view: { kind: 'loading' },
    services: unionServices.slice(0, SHORTCUTS),
    sheet: unionServices[0] as UnionService,
    sheetOpen: false,
    hotline: HOTLINE,
  },

  onShow() {
    enterTab(this, 'home')
    void this.load()
  },
  onShareAppMessage: () => ({ title: '工家云：报活动、找服务', path: '/pages/home/home' }),

  async load() {
    const read = await attempt(readHome)
    this.setData({ view: read.ok ? read.value : failedView(read.failure) })
    enterTab(this, 'home')
  },
  onScan() {
    wx.scanCode({
      success: ({ result, path }) => this.open(path || result),
      // closing the scanner is an answer too
      fail: () => undefined,
    })
  },
  /** A venue code at the door checks in; everything else is a printed code. */
  open(scanned: string) {
    const url = venueSession(scanned)
      ? `${PAGES}/ticket/ticket?scan=${encodeURIComponent(scanned)}`
      : `/pages/scan/scan?scene=${sceneIn(scanned)}`
    void wx.navigateTo({ url })
  },
  onOffer(event: Tapped<{ id: string; session: string }>) {
    const { id, session } = event.currentTarget.dataset
    void wx.navigateTo({ url: `${PAGES}/queue/queue?id=${id}&session=${session}` })
  },
  onWork(event: Tapped<{ url: string }>) {
    const { url } = event.currentTarget.dataset
    if (url) void wx.navigateTo({ url })
  },
  onTicket(event: Tapped<{ session: string }>) {
    const { session } = event.currentTarget.dataset
    void wx.navigateTo({ url: `${PAGES}/ticket/ticket?session=${session}` })
  },
  onActivity(event: Tapped<{ id: string }>) {
    const { id } = event.currentTarget.dataset
    void wx.navigateTo({ url: `${PAGES}/detail/detail?id=${id}` })
  },
  onAllActivities() {
    void wx.switchTab({ url: '/pages/activity/activity' })
  },
  onAllServices() {
    void wx.switchTab({ url: '/pages/service/service' })
  },
  onService(event: Tapped<{ key: string }>) {
    const sheet = unionServices.find(service => service.key === event.currentTarget.dataset.key)
    if (sheet?.page) return void wx.navigateTo({ url: sheet.page })
    if (sheet) this.setData({ sheet, sheetOpen: true })
  },
  onSheetClose() {
    this.setData({ sheetOpen: false })
  },
  onCall: callHotline,
})
