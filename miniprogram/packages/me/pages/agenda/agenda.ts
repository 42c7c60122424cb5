import type { AgendaEvent } from '../../../../../typings/api/account'
import { failedView } from '../../../../components/failure-card/failed'
import { accounts } from '../../../../services/account'
import { attempt, say } from '../../../../services/attempt'
import { cached } from '../../../../services/cached'
import { serverNow } from '../../../../services/clock'
import { enter, frame, once, type Tapped } from '../../../../services/page'
import { addToCalendar } from '../../../../services/phone-calendar'
import { reading } from '../../../../services/reading'
import { agendaView, span, type AgendaView, type EventLine } from './agenda.view'

const PAGES = '/packages/activities/pages'

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
    void wx.navigateTo({ url: `${PAGES}/${opens}/${opens}?session=${id}` })
  },
  onCalendar(event: Tapped<{ id: string }>) {
    const found = this.events.find(({ refId }) => refId === event.currentTarget.dataset.id)
    if (!found) return
    const { title, startAt, endAt, spot, address, no } = found
    const description = no > 0 ? `第 ${no} 号。到场请打开工家云的签到码。` : '请先在工家云确认名额。'
    addToCalendar({ title, startAt, endAt, location: `${spot} ${address}`, description })
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
