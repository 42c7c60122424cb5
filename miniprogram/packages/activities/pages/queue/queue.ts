import type { ActivityDetail, SessionView } from '../../../../../typings/api/activity'
import { failedView } from '../../../../components/failure-card/failed'
import { activities, placesChanged, ticketKey } from '../../../../services/activity'
import { attempt, say } from '../../../../services/attempt'
import { cached } from '../../../../services/cached'
import { serverNow } from '../../../../services/clock'
import type { Failure } from '../../../../services/failure'
import { enter, frame, leave, once } from '../../../../services/page'
import { reading } from '../../../../services/reading'
import { expired, promoted, queueView, readyView, type QueueView } from './queue.view'

const PAGES = '/packages/activities/pages'

/** A notice or the agenda knows the session only; meanwhile the person may hold the place. */
async function activityOf(sessionId: string): Promise<string> {
  const lists = await Promise.all([activities.mine({ tab: 'WAITING' }), activities.mine({ tab: 'UPCOMING' })])
  const items = lists.flatMap(list => list.items)
  return items.find(item => item.sessionId === sessionId)?.activityId ?? ''
}

Page({
  ...reading,
  data: {
    ...frame,
    busy: false,
    view: { kind: 'loading' } as QueueView,
    /** Which question is open. */
    asking: '' as '' | 'decline' | 'leave',
  },
  id: '',
  sessionId: '',
  activity: undefined as ActivityDetail | undefined,
  session: undefined as SessionView | undefined,

  onLoad(query: { id?: string; session?: string }) {
    this.id = query.id ?? ''
    this.sessionId = query.session ?? ''
    this.follow()
  },
  onShow() {
    enter(this)
    void this.load()
  },
  async load() {
    const { sessionId } = this
    const read = await attempt(async () => {
      this.id ||= await activityOf(sessionId)
      return this.id ? activities.detail({ activityId: this.id }) : undefined
    })
    if (!read.ok) return this.setData({ view: failedView(read.failure, '您的候补没有受影响。') })
    if (!read.value) return this.setData({ view: { kind: 'none' } })
    this.activity = read.value
    this.session = read.value.sessions.find(session => session.sessionId === sessionId)
    this.setData({ view: queueView(this.activity, this.session, serverNow()) })
  },
  show(state: typeof expired) {
    const { activity, session } = this
    if (activity && session) this.setData({ view: readyView(activity, session, state) })
  },
  onAccept() {
    const { sessionId } = this
    return once(this, async () => {
      const answered = await attempt(() => activities.waitAnswer({ sessionId, accept: true }))
      if (!answered.ok) return this.refused(answered.failure)
      placesChanged()
      if (answered.value.no === undefined) return this.load()
      this.show(promoted(answered.value.no))
      // fetched now, so that the code is on the phone even if the door has no network
      await attempt(() => cached(ticketKey(sessionId), () => activities.ticket({ sessionId })))
    })
  },
  onAsk(event: WechatMiniprogram.TouchEvent<object, object, { what: 'decline' | 'leave' }>) {
    this.setData({ asking: event.currentTarget.dataset.what })
  },
  onAskClose() {
    this.setData({ asking: '' })
  },
  onAskConfirm() {
    const { sessionId } = this
    const declining = this.data.asking === 'decline'
    this.setData({ asking: '' })
    return once(this, async () => {
      const left = await attempt<unknown>(() =>
        declining ? activities.waitAnswer({ sessionId, accept: false }) : activities.waitLeave({ sessionId }),
      )
      if (!left.ok) return this.refused(left.failure)
      placesChanged()
      this.setData({ view: { kind: 'none' } })
      void wx.showToast({ title: declining ? '已放弃这个名额' : '已退出候补', icon: 'none' })
    })
  },
  async refused(failure: Failure) {
    if (failure.code === 'OFFER_EXPIRED') return this.show(expired)
    if (failure.code === 'NO_OFFER' || failure.code === 'STATE_CHANGED') await this.load()
    say(failure)
  },
  onTicket() {
    void wx.redirectTo({ url: `${PAGES}/ticket/ticket?session=${this.sessionId}` })
  },
  onActivity() {
    if (this.id) void wx.redirectTo({ url: `${PAGES}/detail/detail?id=${this.id}` })
    else leave()
  },
})
