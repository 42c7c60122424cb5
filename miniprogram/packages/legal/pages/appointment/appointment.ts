import type { AppointmentView } from '../../../../../typings/api/legal'
import { failedView } from '../../../../components/failure-card/failed'
import { attempt, say } from '../../../../services/attempt'
import { cached, forget } from '../../../../services/cached'
import { serverNow } from '../../../../services/clock'
import { callHotline } from '../../../../services/hotline'
import { legal } from '../../../../services/legal'
import { openLegalFile } from '../../../../services/open-legal-file'
import { enter, frame, once, type Tapped, type Told } from '../../../../services/page'
import { addToCalendar } from '../../../../services/phone-calendar'
import { reading } from '../../../../services/reading'
import { appointmentTitle } from '../../../../shared/legal-words'
import { appointmentPage, type PageView } from './appointment.view'
import { nextWords } from './next-words'

const MOST_LETTERS = 200

Page({
  ...reading,
  data: {
    ...frame,
    busy: false,
    view: { kind: 'loading' } as PageView,
    cancelOpen: false,
    score: 0,
    most: MOST_LETTERS,
    letters: 0,
    problem: '',
  },
  id: '',
  appointment: undefined as AppointmentView | undefined,
  text: '',

  onLoad(query: { id?: string }) {
    this.id = query.id ?? ''
    this.follow()
  },
  onShow() {
    enter(this)
    void this.load()
  },
  async load() {
    const { id } = this
    const read = await attempt(() =>
      cached(`appointment:${id}`, () => legal.appointment({ appointmentId: id })),
    )
    if (!read.ok) return this.unread(failedView(read.failure, '您的预约没有受影响。'))
    const { value, copyAt } = read.value
    if (value.as === 'LAWYER')
      return void wx.redirectTo({ url: `/packages/lawyer/pages/consult/consult?id=${id}` })
    this.appointment = value
    this.setData({ view: appointmentPage(value, copyAt, serverNow()) })
  },
  unread(view: PageView) {
    const gone = view.kind === 'failed' && view.retry === '' && view.code === ''
    this.setData({
      view: gone ? { ...view, title: '预约不存在', text: '它可能已被删除，或不是您的预约。' } : view,
    })
  },
  onMap() {
    const { spot } = this.appointment ?? {}
    if (!spot?.lat) return
    const { name, address, lng, lat } = spot
    void wx.openLocation({ name, address, longitude: lng, latitude: lat })
  },
  onCalendar() {
    const { appointment } = this
    if (!appointment) return
    const { mode, startAt, endAt, spot } = appointment
    const location = spot ? `${spot.name} ${spot.address}`.trim() : ''
    const [description = ''] = nextWords(appointment, serverNow())
    addToCalendar({ title: appointmentTitle(mode), startAt, endAt, location, description })
  },
  onFile(event: Tapped<{ id: string }>) {
    const { id } = event.currentTarget.dataset
    const file = this.appointment?.intake?.files.find(one => one.id === id)
    if (!file) return
    return once(this, async () => {
      const opened = await attempt(() => openLegalFile(this.id, file))
      if (!opened.ok) say(opened.failure)
    })
  },
  onScore(event: Told<{ score: number }>) {
    this.setData({ score: event.detail.score, problem: '' })
  },
  onText(event: Told<{ value: string }>) {
    this.text = event.detail.value
    this.setData({ letters: this.text.length, problem: '' })
  },
  onRate() {
    const { score } = this.data
    if (score === 0) return
    const text = this.text.trim()
    return once(this, async () => {
      const rated = await attempt(() =>
        legal.rate({ appointmentId: this.id, score, ...(text !== '' && { text }) }),
      )
      if (rated.ok) void wx.showToast({ title: '谢谢您的评价', icon: 'none' })
      else if (rated.failure.code === 'CONTENT_RISKY')
        return this.setData({ problem: rated.failure.sentence })
      else say(rated.failure)
      await this.load()
    })
  },
  onCancel() {
    this.setData({ cancelOpen: true })
  },
  onCancelClose() {
    this.setData({ cancelOpen: false })
  },
  onCancelConfirm() {
    this.onCancelClose()
    return once(this, async () => {
      const cancelled = await attempt(() => legal.cancel({ appointmentId: this.id }))
      if (cancelled.ok) {
        for (const key of ['legalMenu', 'legalMine', 'agenda']) forget(key)
        void wx.showToast({ title: '已取消', icon: 'none' })
      } else say(cancelled.failure)
      await this.load()
    })
  },
  onAgain() {
    void wx.redirectTo({ url: '/packages/legal/pages/menu/menu' })
  },
  onCall: callHotline,
})
