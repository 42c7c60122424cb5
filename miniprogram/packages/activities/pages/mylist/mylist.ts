import type { MineTab, MyActivity } from '../../../../../typings/api/activity'
import { failedView } from '../../../../components/failure-card/failed'
import { activities } from '../../../../services/activity'
import { attempt, say } from '../../../../services/attempt'
import { cached } from '../../../../services/cached'
import { onNetwork } from '../../../../services/network'
import { enter, frame, leave, type Tapped, type Told } from '../../../../services/page'
import { myListView, type MyListView } from './mylist.view'

const tabs = [
  { key: 'UPCOMING', label: '待参加' },
  { key: 'ENDED', label: '已结束' },
]
const PAGES = '/packages/activities/pages'

Page({
  data: { ...frame, tabs, tab: 'UPCOMING' as MineTab, view: { kind: 'loading' } as MyListView },
  items: [] as MyActivity[],
  next: undefined as string | undefined,
  /** Asks are numbered: the answer to an older one comes too late. */
  asked: 0,
  paging: false,
  stopListening: () => {},

  onLoad() {
    this.stopListening = onNetwork(() => void this.load())
  },
  onShow() {
    enter(this)
    void this.load()
  },
  onUnload() {
    this.stopListening()
  },
  async onPullDownRefresh() {
    await this.load()
    void wx.stopPullDownRefresh()
  },
  onReachBottom() {
    void this.loadMore()
  },
  async load() {
    const ask = ++this.asked
    const { tab } = this.data
    const read = await attempt(() => cached(`mine:${tab}`, () => activities.mine({ tab })))
    if (ask !== this.asked) return
    if (!read.ok && read.failure.code === 'NEED_REGISTER') return this.setData({ view: myListView([], tab) })
    if (!read.ok) return this.setData({ view: failedView(read.failure, '您的报名没有受影响。') })
    const { value, copyAt } = read.value
    this.items = value.items
    this.next = copyAt ? undefined : value.next
    this.setData({ view: myListView(this.items, tab, copyAt) })
  },
  async loadMore() {
    if (!this.next || this.paging) return
    this.paging = true
    const ask = this.asked
    const { tab } = this.data
    const read = await attempt(() => activities.mine({ tab, cursor: this.next }))
    this.paging = false
    if (ask !== this.asked) return
    if (!read.ok) return say(read.failure)
    this.items.push(...read.value.items)
    this.next = read.value.next
    this.setData({ view: myListView(this.items, tab) })
  },
  onTab(event: Told<{ key: MineTab }>) {
    this.setData({ tab: event.detail.key, view: { kind: 'loading' } })
    void this.load()
  },
  onOpen(event: Tapped<{ id: string; session: string; held: boolean }>) {
    const { id, session, held } = event.currentTarget.dataset
    const url = held ? `${PAGES}/ticket/ticket?session=${session}` : `${PAGES}/detail/detail?id=${id}`
    void wx.navigateTo({ url })
  },
  onFind() {
    void wx.switchTab({ url: '/pages/activity/activity' })
  },
  onRetry() {
    this.setData({ view: { kind: 'loading' } })
    void this.load()
  },
  onLeave: leave,
})
