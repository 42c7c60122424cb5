import type { Me } from '../../../../../typings/api/account'
import type { ActivityDetail, Ticket } from '../../../../../typings/api/activity'
import { failedView } from '../../../../components/failure-card/failed'
import { boot } from '../../../../services/account'
import { activities, placesChanged, ticketKey } from '../../../../services/activity'
import { attempt, say } from '../../../../services/attempt'
import { cached, copyOf } from '../../../../services/cached'
import { serverNow } from '../../../../services/clock'
import type { Failure } from '../../../../services/failure'
import { enter, frame, once, type Tapped, type Told } from '../../../../services/page'
import { PREVIEW, previewed } from '../../../../services/preview'
import { reading } from '../../../../services/reading'
import { askForMessages } from '../../../../services/subscribe'
import type { Answers } from '../signup/answers'
import { forgetAnswers } from '../signup/answer-draft'
import { detailView, type DetailView } from './detail.view'

const PAGES = '/packages/activities/pages'

const ticketsOf = ({ sessions }: ActivityDetail) =>
  Object.fromEntries(
    sessions.map(({ sessionId }) => [sessionId, copyOf<Ticket>(ticketKey(sessionId))?.value]),
  )

const detailOf = (activityId: string) =>
  cached(`activity:${activityId}`, () => activities.detail({ activityId }))

Page({
  ...reading,
  data: { ...frame, busy: false, view: { kind: 'loading' } as DetailView, joinOpen: false, preview: false },
  id: '',
  activity: undefined as ActivityDetail | undefined,
  me: undefined as Me | undefined,
  copyAt: undefined as number | undefined,
  chosen: undefined as string | undefined,

  /** `join`: asks at once how the person wants to wait. */
  onLoad(query: { id?: string; session?: string; join?: string }) {
    this.id = query.id ?? ''
    this.chosen = query.session
    this.setData({ joinOpen: query.join === '1', preview: this.id === PREVIEW })
    this.follow()
  },
  onShow() {
    enter(this)
    void this.load()
  },
  onShareAppMessage() {
    return { title: this.activity?.title ?? '工会活动', path: `${PAGES}/detail/detail?id=${this.id}` }
  },
  async load() {
    const read = await attempt(() =>
      Promise.all([this.id === PREVIEW ? previewed() : detailOf(this.id), boot()]),
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
    if (!activity) return
    const tickets = ticketsOf(activity)
    this.setData({ view: detailView({ activity, me, chosen, copyAt, tickets, now: serverNow() }) })
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
    if (this.data.preview) return void wx.showToast({ title: '这是预览，发布后才能报名', icon: 'none' })
    const { chosen, bar } = this.data.view
    const { action } = bar.button
    if (action === 'join') return this.setData({ joinOpen: true })
    const signup = `${PAGES}/signup/signup?id=${this.id}&session=${chosen}`
    const urls = {
      signup,
      register: `/pages/register/register?next=${encodeURIComponent(signup)}`,
      registerFirst: '/pages/register/register',
      ticket: `${PAGES}/ticket/ticket?session=${chosen}`,
      queue: `${PAGES}/queue/queue?id=${this.id}&session=${chosen}`,
      none: '',
    }
    const url = urls[action]
    if (url) void wx.navigateTo({ url })
  },
  onJoinClose() {
    this.setData({ joinOpen: false })
  },
  onJoin(event: Told<{ autoAccept: boolean; answers: Answers }>) {
    if (this.data.view.kind !== 'ready' || !this.activity) return
    const { autoAccept, answers } = event.detail
    const sessionId = this.data.view.chosen
    const { rules, questions } = this.activity
    const input = {
      sessionId,
      rulesVersion: rules.version,
      autoAccept,
      ...(questions.length > 0 && { answers }),
    }
    return once(this, async () => {
      // whoever is signed up without being asked is told of that instead of the offer
      await askForMessages(autoAccept ? ['T_WAIT', 'T_SIGNUP'] : ['T_WAIT'])
      const joined = await attempt(() => activities.waitJoin(input))
      // what they wrote stays before them
      if (!joined.ok && joined.failure.code === 'CONTENT_RISKY') return say(joined.failure)
      this.setData({ joinOpen: false })
      if (!joined.ok) return this.refused(joined.failure)
      forgetAnswers(this.id)
      placesChanged()
      const target = joined.value.no === undefined ? 'queue' : 'ticket'
      void wx.navigateTo({ url: `${PAGES}/${target}/${target}?id=${this.id}&session=${sessionId}` })
    })
  },
  async refused(failure: Failure) {
    if (failure.code === 'NEED_REGISTER' || failure.code === 'NEED_CONSENT')
      return void wx.navigateTo({ url: '/pages/register/register' })
    await this.load()
    say(failure)
  },
})
