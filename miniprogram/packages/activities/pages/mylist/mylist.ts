import type { MineTab, MyActivity } from '../../../../../typings/api/activity'
import { failedView } from '../../../../components/failure-card/failed'
import { activities } from '../../../../services/activity'
import { attempt, say } from '../../../../services/attempt'
import { serverNow } from '../../../../services/clock'
import { enter, frame, once, type Tapped, type Told } from '../../../../services/page'
import { paged, readFirst, readMore } from '../../../../services/paged'
import { reading } from '../../../../services/reading'
import { idOf, myListView, type MyCard, type MyListView } from './mylist.view'

const tabs = [
  { key: 'UPCOMING', label: '待参加' },
  { key: 'WAITING', label: '候补' },
  { key: 'ENDED', label: '已结束' },
]
const PAGES = '/packages/activities/pages'

Page({
  ...reading,
  data: {
    ...frame,
    busy: false,
    tabs,
    tab: 'UPCOMING' as MineTab,
    view: { kind: 'loading' } as MyListView,
    /** What is being rated. */
    rated: undefined as { sessionId: string; title: string } | undefined,
    rating: false,
  },
  list: paged<MyActivity>(),

  onLoad(query: { tab?: MineTab }) {
    if (query.tab) this.setData({ tab: query.tab })
    this.follow()
  },
  onShow() {
    enter(this)
    void this.load()
  },
  onReachBottom() {
    void this.loadMore()
  },
  async load() {
    const { tab } = this.data
    const read = await readFirst(this.list, `mine:${tab}`, () => activities.mine({ tab }))
    if (!read) return
    if (!read.ok && read.failure.code !== 'NEED_REGISTER')
      return this.setData({ view: failedView(read.failure, '您的报名没有受影响。') })
    this.setData({ view: myListView(read.ok ? read.value : { items: [] }, tab, serverNow()) })
  },
  async loadMore() {
    const { tab } = this.data
    if (await readMore(this.list, idOf, cursor => activities.mine({ tab, cursor })))
      this.setData({ view: myListView(this.list, tab, serverNow()) })
  },
  onTab(event: Told<{ key: MineTab }>) {
    this.setData({ tab: event.detail.key, view: { kind: 'loading' } })
    void this.load()
  },
  onOpen(event: Tapped<{ id: string; session: string; opens: MyCard['opens'] }>) {
    const { id, session, opens } = event.currentTarget.dataset
    void wx.navigateTo({ url: `${PAGES}/${opens}/${opens}?id=${id}&session=${session}` })
  },
  onRate(event: Tapped<{ session: string; title: string }>) {
    const { session, title } = event.currentTarget.dataset
    this.setData({ rated: { sessionId: session, title }, rating: true })
  },
  onRateClose() {
    this.setData({ rating: false })
  },
  onRated(event: Told<{ score: number; text: string }>) {
    const { rated } = this.data
    if (!rated) return
    const { score, text } = event.detail
    return once(this, async () => {
      const told = await attempt(() =>
        activities.feedback({ sessionId: rated.sessionId, score, ...(text && { text }) }),
      )
      if (!told.ok) return say(told.failure)
      this.setData({ rating: false })
      void wx.showToast({ title: '谢谢您的评价', icon: 'none' })
      await this.load()
    })
  },
  onFind() {
    void wx.switchTab({ url: '/pages/activity/activity' })
  },
})
