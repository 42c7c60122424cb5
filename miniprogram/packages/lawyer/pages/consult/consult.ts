import type { AppointmentView, Limitation } from '../../../../../typings/api/legal'
import { attempt, say, type Attempt } from '../../../../services/attempt'
import { serverNow } from '../../../../services/clock'
import { AppFailure, isUnreached } from '../../../../services/failure'
import { legal } from '../../../../services/legal'
import { openLegalFile } from '../../../../services/open-legal-file'
import { enter, frame, once, type Tapped, type Told } from '../../../../services/page'
import { reading } from '../../../../services/reading'
import { consultView, refusedView, type ConsultView } from './consult.view'
import { questions, type Question } from './questions'
import { emptyRecord, recordProblem, type RecordForm, type Writing } from './record-draft'
import { forgetRecord } from './record-store'
import { recordTaps } from './record-taps'

type Decision = { limitId: string; eventId: string; confirm: boolean }

const now = serverNow

Page({
  ...reading,
  ...recordTaps,
  data: {
    ...frame,
    busy: false,
    view: { kind: 'loading' } as ConsultView,
    strip: '',
    form: emptyRecord,
    /** Where what is written lies: 已存在手机 14:05, 已保存 14:05. */
    saved: '',
    clash: false,
    /** What another phone has saved. */
    theirWords: '',
    asked: '' as Question | '',
    question: questions.clear as (typeof questions)[Question],
  },
  id: '',
  read: undefined as AppointmentView | undefined,
  writing: undefined as Writing | undefined,
  theirs: undefined as RecordForm | undefined,
  decision: undefined as Decision | undefined,

  onLoad(query: { id?: string }) {
    this.id = query.id ?? ''
    this.follow()
  },
  onShow() {
    enter(this)
    void this.load()
  },
  onHide() {
    void this.saveQuietly()
  },
  onUnload() {
    this.stopListening()
    void this.saveQuietly()
  },
  async load() {
    const answer = await attempt(async () => {
      const read = await legal.appointment({ appointmentId: this.id })
      if (read.as !== 'LAWYER') throw new AppFailure('NO_PERMISSION')
      return read
    })
    if (answer.ok) return this.take(answer.value)
    // what is being written stays on the screen
    if (this.read && isUnreached(answer.failure))
      return this.setData({ strip: '当前无网络，写的记录先存在手机里' })
    if (answer.failure.code === 'NOT_FOUND') forgetRecord(this.id)
    this.setData({ view: refusedView(answer.failure) })
  },
  take(read: AppointmentView) {
    this.read = read
    const view = consultView(read, now())
    if (view.stage === 'OPEN') this.takeRecord(read)
    else this.dropRecord()
    this.setData({ view, strip: '' })
  },
  async refused(answer: Attempt<AppointmentView>) {
    if (answer.ok) return
    if (!isUnreached(answer.failure)) await this.load()
    // the card above the record says it
    if (!this.data.clash) say(answer.failure)
  },

  ask(asked: Question) {
    this.setData({ asked, question: questions[asked] })
  },
  onAsk(event: Tapped<{ ask: Question }>) {
    this.ask(event.currentTarget.dataset.ask)
  },
  onFinal() {
    const problem = this.writing ? recordProblem(this.writing.form) : ''
    if (problem) return void wx.showToast({ title: problem, icon: 'none' })
    this.ask('final')
  },
  onAskClose() {
    this.setData({ asked: '' })
  },
  onYes() {
    const { asked } = this.data
    this.setData({ asked: '' })
    if (asked === 'reject' && this.decision) return void this.decide(this.decision)
    void once(this, async () => {
      const done = await this.carryOut(asked)
      if (done && !done.ok) await this.refused(done)
    })
  },
  async carryOut(asked: Question | ''): Promise<Attempt<AppointmentView> | undefined> {
    if (asked === 'final') return this.send(true)
    const appointmentId = this.id
    const done = await attempt(() =>
      asked === 'noShow'
        ? legal.record({
            ...{ appointmentId, rev: this.writing?.rev ?? 0, outcome: 'NO_SHOW' },
            ...{ record: emptyRecord, final: true },
          })
        : legal.conflictAnswer({ appointmentId, clear: asked === 'clear' }),
    )
    if (done.ok) this.take(done.value)
    return done
  },

  onDecide(event: Told<Decision>) {
    this.decision = event.detail
    if (event.detail.confirm) void this.decide(event.detail)
    else this.ask('reject')
  },
  decide(decision: Decision) {
    return once(this, async () => {
      const decided = await attempt(() => legal.limitEvent(decision))
      if (!decided.ok) return say(decided.failure)
      this.showLimit(decided.value)
    })
  },
  showLimit(card: Limitation) {
    if (!this.read) return
    const limitations = this.read.limitations.map(one => (one.limitId === card.limitId ? card : one))
    this.read = { ...this.read, limitations }
    this.setData({ view: consultView(this.read, now()) })
  },

  onFile(event: Tapped<{ id: string }>) {
    const file = this.read?.intake?.files.find(({ id }) => id === event.currentTarget.dataset.id)
    if (!file) return
    void once(this, async () => {
      const opened = await attempt(() => openLegalFile(this.id, file))
      if (!opened.ok) say(opened.failure)
    })
  },
  onCall() {
    const phoneNumber = this.read?.phone ?? ''
    wx.makePhoneCall({ phoneNumber, fail: () => undefined })
  },
})
