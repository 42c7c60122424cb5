import type { MyAppointment } from '../../../../../typings/api/legal'
import { failedView } from '../../../../components/failure-card/failed'
import { attempt } from '../../../../services/attempt'
import { cached } from '../../../../services/cached'
import { serverNow } from '../../../../services/clock'
import { legal } from '../../../../services/legal'
import { enter, frame, type Tapped, type Told } from '../../../../services/page'
import { paged, readFirst, readMore } from '../../../../services/paged'
import { reading } from '../../../../services/reading'
import { appointmentsView, emptyOf, limitsView, type MyListView, type Tab } from './mylist.view'

const PAGES = '/packages/legal/pages'
const tabs: { key: Tab; label: string }[] = [
  { key: 'APPOINTMENTS', label: '预约和记录' },
  { key: 'LIMITS', label: '时效提醒' },
]
const idOf = ({ appointmentId }: MyAppointment): string => appointmentId

Page({
  ...reading,
  data: { ...frame, tabs, tab: 'APPOINTMENTS' as Tab, view: { kind: 'loading' } as MyListView },
  list: paged<MyAppointment>(),

  onShow() {
    enter(this)
    void this.load()
  },
  onReachBottom() {
    void this.loadMore()
  },
  load() {
    return this.data.tab === 'LIMITS' ? this.loadLimits() : this.loadAppointments()
  },
  async loadAppointments() {
    const read = await readFirst(this.list, 'legalMine', () => legal.mine({}))
    if (!read || this.data.tab !== 'APPOINTMENTS') return
    if (read.ok) return this.setData({ view: appointmentsView(read.value, serverNow()) })
    const guest = read.failure.code === 'NEED_REGISTER'
    this.setData({ view: guest ? emptyOf('APPOINTMENTS') : failedView(read.failure, '您的预约没有受影响。') })
  },
  async loadLimits() {
    const read = await attempt(() => cached('limitations', () => legal.limitMine({})))
    if (this.data.tab !== 'LIMITS') return
    if (read.ok) return this.setData({ view: limitsView(read.value.value.limitations, read.value.copyAt) })
    const guest = read.failure.code === 'NEED_REGISTER'
    this.setData({ view: guest ? emptyOf('LIMITS') : failedView(read.failure, '您的提醒没有受影响。') })
  },
  async loadMore() {
    if (this.data.tab !== 'APPOINTMENTS') return
    if (await readMore(this.list, idOf, cursor => legal.mine({ cursor })))
      this.setData({ view: appointmentsView(this.list, serverNow()) })
  },
  onTab(event: Told<{ key: Tab }>) {
    this.setData({ tab: event.detail.key, view: { kind: 'loading' } })
    void this.load()
  },
  onAppointment(event: Tapped<{ id: string }>) {
    void wx.navigateTo({ url: `${PAGES}/appointment/appointment?id=${event.currentTarget.dataset.id}` })
  },
  onLimit(event: Tapped<{ id: string }>) {
    void wx.navigateTo({ url: `${PAGES}/limitation/limitation?id=${event.currentTarget.dataset.id}` })
  },
  onStart() {
    const page = this.data.tab === 'LIMITS' ? 'limitation' : 'menu'
    void wx.navigateTo({ url: `${PAGES}/${page}/${page}` })
  },
})
