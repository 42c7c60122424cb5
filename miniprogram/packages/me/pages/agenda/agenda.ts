import type { AgendaEvent } from '../../../../../typings/api/account'
import { failedView } from '../../../../components/failure-card/failed'
import { accounts } from '../../../../services/account'
import { attempt, say } from '../../../../services/attempt'
import { cached } from '../../../../services/cached'
import { serverNow } from '../../../../services/clock'
import { enter, frame, once, type Tapped } from '../../../../services/page'
import { addToCalendar } from '../../../../services/phone-calendar'
import { reading } from '../../../../services/reading'
import { agendaView, noteOf, pageOf, span, type AgendaView, type EventLine } from './agenda.view'

Page({
  ...reading,
  data: { ...frame, busy: false, view: { kind: 'loading' } as AgendaView, copied: false },
  events: [] as AgendaEvent[],

  onShow() {
    enter(this)
    void this.load()
  },
  async load() {
    const read = await attempt(() => cached('agenda', () => accounts.agenda(span(serverNow()))))
    if (!read.ok && read.failure.code !== 'NEED_REGISTER')
      return this.setData({ view: failedView(read.failure) })
    this.events = read.ok ? read.value.value.events : []
    this.setData({ view: agendaView(this.events, read.ok ? read.value.copyAt : undefined, serverNow()) })
  },
  onOpen(event: Tapped<{ id: string; opens: EventLine['opens'] }>) {
    const { id, opens } = event.currentTarget.dataset
    void wx.navigateTo({ url: pageOf({ opens, refId: id }) })
  },
  onCalendar(event: Tapped<{ id: string }>) {
    const found = this.events.find(({ refId }) => refId === event.currentTarget.dataset.id)
    if (!found) return
    const { title, startAt, endAt, spot, address } = found
    const location = `${spot} ${address}`.trim()
    addToCalendar({ title, startAt, endAt, location, description: noteOf(found) })
  },
  onCopy() {
    return once(this, async () => {
      const read = await attempt(() => accounts.agenda({ ...span(serverNow()), ics: true }))
      if (!read.ok) return say(read.failure)
      await wx.setClipboardData({ data: read.value.icsText ?? '' })
      this.setData({ copied: true })
    })
  },
  onCopiedClose() {
    this.setData({ copied: false })
  },
  onFind() {
    void wx.switchTab({ url: '/pages/activity/activity' })
  },
})
