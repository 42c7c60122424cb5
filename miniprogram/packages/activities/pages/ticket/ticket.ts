import type { Ticket } from '../../../../../typings/api/activity'
import { failedView } from '../../../../components/failure-card/failed'
import { activities, placesChanged, ticketKey } from '../../../../services/activity'
import { attempt, say } from '../../../../services/attempt'
import { cached, copyOf, forget } from '../../../../services/cached'
import { serverNow } from '../../../../services/clock'
import { isOnline, onNetwork } from '../../../../services/network'
import { enter, frame, leave, once } from '../../../../services/page'
import { brighten, restore } from './screen'
import { codeView, ticketView, type CodeView, type TicketView } from './ticket.view'

Page({
  data: {
    ...frame,
    busy: false,
    view: { kind: 'loading' } as TicketView,
    code: undefined as CodeView | undefined,
    online: true,
    cancelOpen: false,
  },
  sessionId: '',
  ticket: undefined as Ticket | undefined,
  timer: 0,
  stopListening: () => {},

  onLoad(query: { session?: string }) {
    this.sessionId = query.session ?? ''
    this.setData({ online: isOnline() })
    this.stopListening = onNetwork(online => {
      this.setData({ online })
      if (online) void this.load()
    })
    // The stored ticket first: at the door every second counts, and the network may be away.
    const copy = copyOf<Ticket>(ticketKey(this.sessionId))
    if (copy) this.show(copy.value)
    void this.load()
  },
  onShow() {
    enter(this)
    void brighten()
    this.timer = setInterval(() => this.tick(), 1000)
  },
  onHide() {
    this.rest()
  },
  onUnload() {
    this.rest()
    this.stopListening()
  },
  rest() {
    clearInterval(this.timer)
    void restore()
  },
  async load() {
    const { sessionId } = this
    const read = await attempt(() => cached(ticketKey(sessionId), () => activities.ticket({ sessionId })))
    if (read.ok) return this.show(read.value.value)
    if (read.failure.code !== 'NO_PLACE') return this.setData({ view: failedView(read.failure) })
    this.none()
  },
  none() {
    forget(ticketKey(this.sessionId))
    this.ticket = undefined
    this.setData({ view: { kind: 'none' } })
  },
  show(ticket: Ticket) {
    this.ticket = ticket
    this.setData({ view: ticketView(ticket, serverNow()) })
    this.tick()
  },
  tick() {
    if (this.ticket) this.setData({ code: codeView(this.ticket, serverNow()) })
  },
  onCalendar() {
    const { ticket } = this
    if (!ticket) return
    wx.addPhoneCalendar({
      title: ticket.title,
      startTime: Math.floor(ticket.startAt / 1000),
      endTime: String(Math.floor(ticket.endAt / 1000)),
      location: `${ticket.spot.name} ${ticket.spot.address}`,
      description: `第 ${ticket.no} 号。到场请打开工家云的签到码。`,
      alarmOffset: 3600,
      success: () => void wx.showToast({ title: '已加入手机日历', icon: 'none' }),
      // declining to is an answer too
      fail: () => undefined,
    })
  },
  onMap() {
    if (!this.ticket) return
    const { name, address, lng, lat } = this.ticket.spot
    void wx.openLocation({ name, address, longitude: lng, latitude: lat })
  },
  onCancel() {
    this.setData({ cancelOpen: true })
  },
  onCancelClose() {
    this.setData({ cancelOpen: false })
  },
  onCancelConfirm() {
    const { sessionId } = this
    this.setData({ cancelOpen: false })
    return once(this, async () => {
      const cancelled = await attempt(() => activities.cancel({ sessionId }))
      if (!cancelled.ok) return say(cancelled.failure)
      placesChanged()
      this.none()
      const { late, points } = cancelled.value
      void wx.showToast({ title: late ? `已取消报名，记 ${points} 分` : '已取消报名', icon: 'none' })
    })
  },
  onRetry() {
    this.setData({ view: { kind: 'loading' } })
    void this.load()
  },
  onFind() {
    void wx.switchTab({ url: '/pages/activity/activity' })
  },
  onLeave: leave,
})
