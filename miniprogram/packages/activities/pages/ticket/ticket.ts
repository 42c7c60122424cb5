import type { Ticket } from '../../../../../typings/api/activity'
import { failedView } from '../../../../components/failure-card/failed'
import { activities, placesChanged, ticketKey } from '../../../../services/activity'
import { attempt, say } from '../../../../services/attempt'
import { cached, copyOf, forget } from '../../../../services/cached'
import { serverNow } from '../../../../services/clock'
import { isOnline } from '../../../../services/network'
import { enter, frame, once } from '../../../../services/page'
import { addToCalendar } from '../../../../services/phone-calendar'
import { reading } from '../../../../services/reading'
import { scanVenue, sendScans, venueOutcome, venueSession } from '../../../../services/venue-queue'
import { messages } from '../../../../shared/errors'
import { brighten, restore } from './screen'
import { atTheDoor, codeView, scannedView, ticketView, type CodeView, type TicketView } from './ticket.view'

Page({
  ...reading,
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

  /** With a session; or with a venue code that was scanned elsewhere. */
  onLoad({ session, scan }: { session?: string; scan?: string }) {
    const token = decodeURIComponent(scan ?? '')
    this.sessionId = session ?? venueSession(token)
    this.follow()
    // The stored ticket first: at the door every second counts, and the network may be away.
    const copy = copyOf<Ticket>(ticketKey(this.sessionId))
    if (copy) this.show(copy.value)
    void (token ? this.scanned(token) : this.load())
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
    this.setData({ online: isOnline() })
    if (venueOutcome(sessionId)?.kind === 'waiting') await sendScans()
    const read = await attempt(() => cached(ticketKey(sessionId), () => activities.ticket({ sessionId })))
    if (read.ok) return this.show(read.value.value)
    if (read.failure.code === 'NO_PLACE') return this.none()
    if (venueOutcome(sessionId)) return this.setData({ view: scannedView(venueOutcome(sessionId)) })
    this.setData({ view: failedView(read.failure) })
  },
  none() {
    forget(ticketKey(this.sessionId))
    this.ticket = undefined
    const outcome = venueOutcome(this.sessionId)
    this.setData({ view: outcome && outcome.kind !== 'done' ? scannedView(outcome) : { kind: 'none' } })
  },
  show(ticket: Ticket) {
    this.ticket = ticket
    this.setData({ view: ticketView(ticket, venueOutcome(this.sessionId), serverNow()) })
    this.tick()
  },
  tick() {
    const { ticket } = this
    const { view, code, online } = this.data
    if (!ticket || view.kind !== 'ready' || view.state !== 'code') return
    const next = codeView(ticket, serverNow())
    this.setData({ code: next })
    if (code && code.text !== next.text && online && atTheDoor(ticket, serverNow())) void this.load()
  },
  onScan() {
    wx.scanCode({
      onlyFromCamera: true,
      success: ({ result }) => {
        const session = venueSession(result)
        if (session === this.sessionId) return void this.scanned(result)
        const title = session ? messages.CODE_OTHER_SESSION : '这不是现场码，请对准现场屏幕上的码。'
        void wx.showToast({ title, icon: 'none', duration: 3000 })
      },
      // closing the scanner is an answer too
      fail: () => undefined,
    })
  },
  async scanned(token: string) {
    await scanVenue(token)
    await this.load()
  },
  onCalendar() {
    const { ticket } = this
    if (!ticket) return
    const { title, startAt, endAt, spot, no } = ticket
    const description = `第 ${no} 号。到场请打开工家云的签到码。`
    addToCalendar({ title, startAt, endAt, location: `${spot.name} ${spot.address}`, description })
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
      if (!cancelled.ok) {
        if (cancelled.failure.code === 'ALREADY_CHECKED_IN') await this.load()
        return say(cancelled.failure)
      }
      placesChanged()
      this.none()
      const { late, points } = cancelled.value
      void wx.showToast({ title: late ? `已取消报名，记 ${points} 分` : '已取消报名', icon: 'none' })
    })
  },
  onFind() {
    void wx.switchTab({ url: '/pages/activity/activity' })
  },
})
