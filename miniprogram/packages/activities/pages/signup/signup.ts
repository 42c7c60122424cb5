import type { ActivityDetail, SessionView } from '../../../../../typings/api/activity'
import type { ErrorCode } from '../../../../shared/errors'
import { failedView } from '../../../../components/failure-card/failed'
import { activities, placesChanged, ticketKey } from '../../../../services/activity'
import { attempt, say } from '../../../../services/attempt'
import { cached } from '../../../../services/cached'
import { serverNow } from '../../../../services/clock'
import type { Failure } from '../../../../services/failure'
import { enter, frame, leave, once, type Told } from '../../../../services/page'
import { doneView, formView, type SignUpView } from './signup.view'

const PAGES = '/packages/activities/pages'
/** Nothing this page can repair: it says so and leads back. */
const FINAL: readonly ErrorCode[] = [
  'FULL',
  'CLOSED',
  'NOT_OPEN',
  'NOT_ELIGIBLE',
  'TIME_CLASH',
  'QUOTA_DAY',
  'SUSPENDED_NOSHOW',
  'DRAW_ONLY',
  'NOT_FOUND',
]

Page({
  data: {
    ...frame,
    busy: false,
    view: { kind: 'loading' } as SignUpView,
    headcount: 1,
    agreed: false,
    /** Asked for the tick that is missing. */
    reminded: false,
  },
  id: '',
  sessionId: '',
  activity: undefined as ActivityDetail | undefined,
  session: undefined as SessionView | undefined,

  onLoad(query: { id?: string; session?: string }) {
    this.id = query.id ?? ''
    this.sessionId = query.session ?? ''
    void this.load()
  },
  onShow() {
    enter(this)
  },
  async load() {
    const read = await attempt(() => activities.detail({ activityId: this.id }))
    if (!read.ok) return this.setData({ view: failedView(read.failure, '您的报名没有受影响。') })
    this.activity = read.value
    this.session = read.value.sessions.find(session => session.sessionId === this.sessionId)
    if (!this.session)
      return this.setData({ view: { kind: 'refused', title: '场次不存在', text: '请返回活动页重新选择。' } })
    if (this.session.mine) return this.openTicket()
    this.setData({ view: formView(read.value, this.session, serverNow()) })
  },
  onHeadcount(event: Told<{ value: number }>) {
    this.setData({ headcount: event.detail.value })
  },
  onAgree(event: Told<{ checked: boolean }>) {
    this.setData({ agreed: event.detail.checked, reminded: false })
  },
  onSubmit() {
    const { activity, sessionId } = this
    if (!activity) return
    if (!this.data.agreed) return this.setData({ reminded: true })
    const { headcount } = this.data
    const rulesVersion = activity.rules.version
    return once(this, async () => {
      const taken = await attempt(() =>
        activities.signUp({ sessionId, rulesVersion, ...(activity.groupMax > 1 && { headcount }) }),
      )
      if (taken.ok) return this.done(taken.value.no)
      return this.refused(taken.failure)
    })
  },
  async done(no: number) {
    placesChanged()
    if (this.activity && this.session) this.setData({ view: doneView(this.activity, this.session, no) })
    // Fetched now, so that the code is on the phone even if the door has no network; the ticket page tries again.
    const { sessionId } = this
    await attempt(() => cached(ticketKey(sessionId), () => activities.ticket({ sessionId })))
  },
  async refused(failure: Failure) {
    if (failure.code === 'NEED_REGISTER' || failure.code === 'NEED_CONSENT') return this.register()
    if (failure.code === 'RULES_CHANGED') {
      this.setData({ agreed: false })
      await this.load()
      return say(failure)
    }
    if (!FINAL.includes(failure.code)) return say(failure)
    placesChanged()
    this.setData({
      view: { kind: 'refused', title: '没有报上', text: failure.detail.reason ?? failure.sentence },
    })
  },
  register() {
    const next = encodeURIComponent(`${PAGES}/signup/signup?id=${this.id}&session=${this.sessionId}`)
    void wx.redirectTo({ url: `/pages/register/register?next=${next}` })
  },
  openTicket() {
    void wx.redirectTo({ url: `${PAGES}/ticket/ticket?session=${this.sessionId}` })
  },
  onRetry() {
    this.setData({ view: { kind: 'loading' } })
    void this.load()
  },
  onLeave: leave,
})
