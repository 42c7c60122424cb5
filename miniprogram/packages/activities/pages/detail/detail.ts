import type { Me } from '../../../../../typings/api/account'
import type { ActivityDetail } from '../../../../../typings/api/activity'
import { failedView } from '../../../../components/failure-card/failed'
import { boot } from '../../../../services/account'
import { activities } from '../../../../services/activity'
import { attempt } from '../../../../services/attempt'
import { cached } from '../../../../services/cached'
import { serverNow } from '../../../../services/clock'
import { onNetwork } from '../../../../services/network'
import { enter, frame, leave, type Tapped } from '../../../../services/page'
import { detailView, type DetailView } from './detail.view'

const PAGES = '/packages/activities/pages'

Page({
  data: { ...frame, view: { kind: 'loading' } as DetailView },
  id: '',
  activity: undefined as ActivityDetail | undefined,
  me: undefined as Me | undefined,
  copyAt: undefined as number | undefined,
  chosen: undefined as string | undefined,
  stopListening: () => {},

  onLoad(query: { id?: string }) {
    this.id = query.id ?? ''
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
  onShareAppMessage() {
    return { title: this.activity?.title ?? '工会活动', path: `${PAGES}/detail/detail?id=${this.id}` }
  },
  async load() {
    const read = await attempt(() =>
      Promise.all([cached(`activity:${this.id}`, () => activities.detail({ activityId: this.id })), boot()]),
    )
    if (!read.ok) return this.setData({ view: failedView(read.failure, '您的报名没有受影响。') })
    const [detail, who] = read.value
    this.activity = detail.value
    this.copyAt = detail.copyAt
    this.me = who.value.me
    this.show()
  },
  show() {
    const { activity, me, chosen, copyAt } = this
    if (activity) this.setData({ view: detailView({ activity, me, chosen, copyAt, now: serverNow() }) })
  },
  onChoose(event: Tapped<{ session: string }>) {
    this.chosen = event.currentTarget.dataset.session
    this.show()
  },
  onMap() {
    if (this.data.view.kind !== 'ready') return
    const { name, address, lng, lat } = this.data.view.spot
    if (lat) void wx.openLocation({ name, address, longitude: lng, latitude: lat })
  },
  onAct() {
    if (this.data.view.kind !== 'ready') return
    const { chosen, bar } = this.data.view
    const signup = `${PAGES}/signup/signup?id=${this.id}&session=${chosen}`
    const urls = {
      signup,
      register: `/pages/register/register?next=${encodeURIComponent(signup)}`,
      ticket: `${PAGES}/ticket/ticket?session=${chosen}`,
      none: '',
    }
    const url = urls[bar.button.action]
    if (url) void wx.navigateTo({ url })
  },
  onRetry() {
    this.setData({ view: { kind: 'loading' } })
    void this.load()
  },
  onLeave: leave,
})
