import type { RollSession, RosterRow } from '../../../../../typings/api/activity'
import { failedView } from '../../../../components/failure-card/failed'
import { activities } from '../../../../services/activity'
import { attempt, say } from '../../../../services/attempt'
import { cached } from '../../../../services/cached'
import { serverNow } from '../../../../services/clock'
import { isUnreached } from '../../../../services/failure'
import { insights } from '../../../../services/insight'
import { isOnline, onNetwork } from '../../../../services/network'
import { enter, frame, leave, once, type Tapped, type Told } from '../../../../services/page'
import { when } from '../../../../shared/time'
import { downloadPack, storedPack } from '../../roll/pack'
import { unsent } from '../../roll/records'
import { signal } from '../../roll/signal'
import { sendRecords } from '../../roll/sync'
import { refusedLater } from './banner'
import { checkAtDoor, type Way } from './door'
import { manualReasons } from './reasons'
import { finishTaps } from './finish-taps'
import { ofPack, withRecords } from './roster'
import { rowTaps } from './row-taps'
import { rollView, search, type Banner, type RollTab, type RollView, type RowView } from './rollcall.view'

Page({
  ...rowTaps,
  ...finishTaps,

  data: {
    ...frame,
    busy: false,
    view: { kind: 'loading' } as RollView,
    tab: 'RECENT' as RollTab,
    sheet: '' as '' | 'find' | 'digits' | 'row' | 'more',
    text: '',
    found: [] as RowView[],
    row: undefined as RowView | undefined,
    /** What may be done with the chosen row. */
    may: { checkIn: false, undo: false, decide: false, waive: false },
    reasons: manualReasons,
    reason: '',
    finishOpen: false,
    packNote: '',
  },
  sessionId: '',
  session: undefined as RollSession | undefined,
  rows: [] as RosterRow[],
  banner: undefined as Banner | undefined,
  sending: false,
  stopListening: () => {},

  onLoad(query: { session?: string }) {
    this.sessionId = query.session ?? ''
    this.stopListening = onNetwork(() => void this.load())
  },
  onShow() {
    enter(this)
    // white in dark mode too, so that the status bar is black on it
    void wx.setNavigationBarColor({ frontColor: '#000000', backgroundColor: '#ffffff' })
    void wx.setKeepScreenOn({ keepScreenOn: true })
    void this.load()
  },
  onHide() {
    void wx.setKeepScreenOn({ keepScreenOn: false })
  },
  onUnload() {
    void wx.setKeepScreenOn({ keepScreenOn: false })
    this.stopListening()
  },
  async load() {
    if (!this.sessionId) return this.choose()
    await this.send()
    const read = await attempt(() => this.readRoster())
    if (read.ok) return this.show()
    const pack = storedPack(this.sessionId, serverNow())
    if (!pack || !isUnreached(read.failure)) return this.setData({ view: failedView(read.failure) })
    this.session = pack.session
    // a phone that lost its network keeps what it saw last; one that starts without takes the stored roster
    if (this.rows.length === 0) this.rows = pack.rows.map(ofPack)
    this.show()
  },
  async choose() {
    const read = await attempt(() => cached('desk', () => insights.desk({})))
    if (!read.ok) return this.setData({ view: failedView(read.failure) })
    const sessions = read.value.value.today.map(({ sessionId, title, startAt, endAt, held, attended }) => ({
      sessionId,
      title,
      when: when(startAt, endAt),
      count: `${attended} / ${held}`,
    }))
    this.setData({ view: { kind: 'choose', sessions } })
  },
  onChoose(event: Tapped<{ session: string }>) {
    this.sessionId = event.currentTarget.dataset.session
    this.setData({ view: { kind: 'loading' } })
    void this.load()
  },
  async readRoster() {
    const rows: RosterRow[] = []
    let cursor: string | undefined
    do {
      const page = await activities.roster({ sessionId: this.sessionId, ...(cursor && { cursor }) })
      this.session = page.session
      rows.push(...page.items)
      cursor = page.next
    } while (cursor)
    this.rows = rows
  },
  show() {
    const { session, banner, sessionId } = this
    if (!session) return
    const records = unsent(sessionId)
    const now = serverNow()
    const pack = storedPack(sessionId, now)
    this.rows = withRecords(this.rows, records)
    const view = rollView({
      session,
      rows: this.rows,
      tab: this.data.tab,
      banner,
      online: isOnline(),
      stored: pack !== undefined,
      unsent: records.length,
    })
    this.setData({ view, packNote: pack ? `已下载，${when(pack.issuedAt, pack.issuedAt).slice(0, -6)}` : '' })
  },
  tell(banner: Banner) {
    this.banner = banner
    signal(banner.tone === 'green' ? 'ok' : banner.tone === 'amber' ? 'again' : 'refused')
    this.show()
  },

  /** What was recorded without a network; nothing is lost when it cannot be sent now. */
  async send() {
    const { sessionId } = this
    if (this.sending || !isOnline() || unsent(sessionId).length === 0) return
    this.sending = true
    const sent = await attempt(() => sendRecords(sessionId))
    this.sending = false
    if (!sent.ok) return isUnreached(sent.failure) ? undefined : say(sent.failure)
    const bad = sent.value.filter(({ result }) => result === 'REJECTED')
    if (bad.length > 0) this.tell(refusedLater(bad.length))
  },

  onScan() {
    wx.scanCode({
      onlyFromCamera: true,
      success: ({ result }) => void this.check({ code: result }),
      // closing the scanner is an answer too
      fail: () => undefined,
    })
  },
  check(way: Way) {
    return once(this, async () => {
      this.setData({ sheet: '', text: '' })
      const { banner, rows } = await checkAtDoor(this.sessionId, this.rows, way)
      if (rows) this.rows = rows
      else await attempt(() => this.readRoster())
      this.tell(banner)
    })
  },

  onTab(event: Told<{ key: RollTab }>) {
    this.setData({ tab: event.detail.key })
    this.show()
  },
  onFind() {
    this.setData({ sheet: 'find', text: '', found: [] })
  },
  onDigits() {
    this.setData({ sheet: 'digits', text: '' })
  },
  onMore() {
    this.setData({ sheet: 'more' })
  },
  onSheetClose() {
    this.setData({ sheet: '' })
  },
  onText(event: Told<{ value: string }>) {
    const text = event.detail.value.replace(/\D/g, '')
    this.setData({ text, found: this.data.sheet === 'find' ? search(this.rows, text) : [] })
  },
  onDigitsDone() {
    if (this.data.text.length === 8) void this.check({ digits: this.data.text })
  },
  onPack() {
    return once(this, async () => {
      const done = await attempt(() => downloadPack(this.sessionId))
      if (!done.ok) return say(done.failure)
      this.setData({ sheet: '' })
      this.show()
      void wx.showToast({ title: `已下载 ${done.value.rows.length} 人的名单`, icon: 'none' })
    })
  },
  onVenue() {
    this.setData({ sheet: '' })
    void wx.navigateTo({ url: `/packages/staff/pages/venue/venue?session=${this.sessionId}` })
  },
  onRetry() {
    this.setData({ view: { kind: 'loading' } })
    void this.load()
  },
  onLeave: leave,
})
