import type { VenueKey } from '../../../../../typings/api/activity'
import { failedView } from '../../../../components/failure-card/failed'
import { activities } from '../../../../services/activity'
import { attempt } from '../../../../services/attempt'
import { cached } from '../../../../services/cached'
import { serverNow } from '../../../../services/clock'
import { isOnline, onNetwork } from '../../../../services/network'
import { enter, frame, leave } from '../../../../services/page'
import { venueCode } from '../../../../shared/venue-code'
import { venueView, type VenueView } from './venue.view'

/** How often the count is asked for. */
const COUNT_SECONDS = 15
/** Behind the last number: the counts come without rows. */
const NO_ROWS = '99999'

Page({
  data: { ...frame, view: { kind: 'loading' } as VenueView, code: '', seconds: 0, online: true },
  sessionId: '',
  venue: undefined as VenueKey | undefined,
  timer: 0,
  ticks: 0,
  stopListening: () => {},

  onLoad(query: { session?: string }) {
    this.sessionId = query.session ?? ''
    this.setData({ online: isOnline() })
    this.stopListening = onNetwork(online => {
      this.setData({ online })
      if (online) void this.load()
    })
    void this.load()
  },
  onShow() {
    enter(this)
    // white in dark mode too, so that the status bar is black on it
    void wx.setNavigationBarColor({ frontColor: '#000000', backgroundColor: '#ffffff' })
    void wx.setKeepScreenOn({ keepScreenOn: true })
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
    void wx.setKeepScreenOn({ keepScreenOn: false })
  },
  async load() {
    const { sessionId } = this
    const read = await attempt(() => cached(`venue:${sessionId}`, () => activities.venueKey({ sessionId })))
    if (!read.ok) return this.setData({ view: failedView(read.failure) })
    this.venue = read.value.value
    this.show()
  },
  tick() {
    this.ticks++
    this.show()
    if (this.ticks % COUNT_SECONDS === 0 && isOnline()) void this.count()
  },
  /** Not by asking for the key again: each time that is done, the audit log tells of it. */
  async count() {
    const { sessionId } = this
    const read = await attempt(() => activities.roster({ sessionId, cursor: NO_ROWS }))
    if (!read.ok || !this.venue) return
    const { held, attended } = read.value
    this.venue = { ...this.venue, held, attended }
    this.show()
  },
  show() {
    if (!this.venue) return
    const { venueKey, session } = this.venue
    const now = serverNow()
    const { text, secondsLeft } = venueCode(venueKey, session.sessionId, session.windowSec, now)
    const code = this.data.code === text ? {} : { code: text }
    this.setData({ view: venueView(this.venue, now), seconds: secondsLeft, ...code })
  },
  onRetry() {
    this.setData({ view: { kind: 'loading' } })
    void this.load()
  },
  onLeave: leave,
})
