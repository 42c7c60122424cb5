import { failedView } from '../../components/failure-card/failed'
import { boot } from '../../services/account'
import { upcoming } from '../../services/activity'
import { attempt } from '../../services/attempt'
import { serverNow } from '../../services/clock'
import { callHotline } from '../../services/hotline'
import { chooseLargeText } from '../../services/large-text'
import { onNetwork } from '../../services/network'
import { enterTab, frame, type Told } from '../../services/page'
import { HOTLINE } from '../../shared/services'
import { mineView, type MineView } from './mine.view'

async function readMine(): Promise<MineView> {
  const who = await boot()
  const mine = who.value.me ? await upcoming() : undefined
  return mineView(who.value, mine?.value.items ?? [], who.copyAt, serverNow())
}

Page({
  data: { ...frame, view: { kind: 'loading' }, hotline: HOTLINE, aboutOpen: false },
  stopListening: () => {},

  onLoad() {
    this.stopListening = onNetwork(() => void this.load())
  },
  onShow() {
    enterTab(this, 'mine')
    void this.load()
  },
  onUnload() {
    this.stopListening()
  },
  async load() {
    const read = await attempt(readMine)
    this.setData({ view: read.ok ? read.value : failedView(read.failure) })
    enterTab(this, 'mine')
  },
  onRetry() {
    this.setData({ view: { kind: 'loading' } })
    void this.load()
  },
  onRegister() {
    void wx.navigateTo({ url: '/pages/register/register' })
  },
  onMyList() {
    void wx.navigateTo({ url: '/packages/activities/pages/mylist/mylist' })
  },
  onLargeText(event: Told<{ value: boolean }>) {
    chooseLargeText(event.detail.value)
    enterTab(this, 'mine')
  },
  onAgreement() {
    void wx.navigateTo({ url: '/pages/agreement/agreement' })
  },
  onAbout() {
    this.setData({ aboutOpen: true })
  },
  onAboutClose() {
    this.setData({ aboutOpen: false })
  },
  onCall: callHotline,
})
