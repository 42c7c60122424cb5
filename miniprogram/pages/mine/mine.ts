import type { Role } from '../../../typings/documents'
import { failedView } from '../../components/failure-card/failed'
import { boot } from '../../services/account'
import { upcoming } from '../../services/activity'
import { attempt } from '../../services/attempt'
import { serverNow } from '../../services/clock'
import { callHotline } from '../../services/hotline'
import { chooseLargeText } from '../../services/large-text'
import { enterTab, frame, type Tapped, type Told } from '../../services/page'
import { reading } from '../../services/reading'
import { chooseRole, roleNow } from '../../services/role'
import { HOTLINE } from '../../shared/services'
import { mineView, type MineView } from './mine.view'

async function readMine(): Promise<MineView> {
  const who = await boot()
  const mine = who.value.me ? await upcoming() : undefined
  return mineView({
    boot: who.value,
    mine: mine?.value.items ?? [],
    role: roleNow(who.value.roles),
    copyAt: who.copyAt,
    now: serverNow(),
  })
}

Page({
  ...reading,
  data: { ...frame, view: { kind: 'loading' }, hotline: HOTLINE, aboutOpen: false, rolesOpen: false },

  onShow() {
    enterTab(this, 'mine')
    void this.load()
  },
  async load() {
    const read = await attempt(readMine)
    this.setData({ view: read.ok ? read.value : failedView(read.failure) })
    enterTab(this, 'mine')
  },
  onRegister() {
    void wx.navigateTo({ url: '/pages/register/register' })
  },
  onInbox() {
    void wx.navigateTo({ url: '/pages/inbox/inbox' })
  },
  onAgenda() {
    void wx.navigateTo({ url: '/packages/me/pages/agenda/agenda' })
  },
  onMyList() {
    void wx.navigateTo({ url: '/packages/activities/pages/mylist/mylist' })
  },
  onLegal() {
    void wx.navigateTo({ url: '/packages/legal/pages/mylist/mylist' })
  },
  onWork(event: Tapped<{ url: string }>) {
    void wx.navigateTo({ url: event.currentTarget.dataset.url })
  },
  onRoles() {
    this.setData({ rolesOpen: true })
  },
  onRolesClose() {
    this.setData({ rolesOpen: false })
  },
  onRole(event: Told<{ key: Role }>) {
    chooseRole(event.detail.key)
    this.onRolesClose()
    void this.load()
  },
  onFirst() {
    this.onAboutClose()
    void wx.navigateTo({ url: '/packages/admin/pages/first/first' })
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
