import type { ActivityDetail, SessionView } from '../../../../../typings/api/activity'
import { failedView } from '../../../../components/failure-card/failed'
import { activities, placesChanged, ticketKey } from '../../../../services/activity'
import { attempt, say } from '../../../../services/attempt'
import { cached } from '../../../../services/cached'
import { serverNow } from '../../../../services/clock'
import type { Failure } from '../../../../services/failure'
import { enter, frame, leave, once, type Told } from '../../../../services/page'
import { askable, askForMessages } from '../../../../services/subscribe'
import { answerDraft, forgetAnswers, keepAnswers } from './answer-draft'
import {
  filledIn,
  missingAnswer,
  questionLines,
  stillAsked,
  type Answers,
  type QuestionLine,
} from './answers'
import { doneView, formView, isFinal, refusedView, type SignUpView } from './signup.view'

const PAGES = '/packages/activities/pages'
const REMINDERS = ['T_REMIND', 'T_CHANGE'] as const
Page({
  data: {
    ...frame,
    busy: false,
    view: { kind: 'loading' } as SignUpView,
    headcount: 1,
    agreed: false,
    questions: [] as QuestionLine[],
    /** The question that must be answered first. */
    missing: '',
    /** Asked for the tick that is missing. */
    reminded: false,
    /** 开启活动提醒: to be asked, or the answer to it. */
    reminders: 'none' as 'none' | 'ask' | 'on',
  },
  answers: {} as Answers,
  id: '',
  sessionId: '',
  activity: undefined as ActivityDetail | undefined,
  session: undefined as SessionView | undefined,

  onLoad(query: { id?: string; session?: string }) {
    this.id = query.id ?? ''
    this.sessionId = query.session ?? ''
    void this.load()
  },
  onShow() {
    enter(this)
  },
  async load() {
    const read = await attempt(() => activities.detail({ activityId: this.id }))
    if (!read.ok) return this.setData({ view: failedView(read.failure, '您的报名没有受影响。') })
    this.activity = read.value
    this.session = read.value.sessions.find(session => session.sessionId === this.sessionId)
    if (!this.session)
      return this.setData({
        view: { kind: 'refused', title: '场次不存在', text: '请返回活动页重新选择。', queue: false },
      })
    if (this.session.mine) return this.openTicket()
    this.answers = stillAsked(read.value.questions, answerDraft(this.id))
    this.setData({ view: formView(read.value, this.session, serverNow()) })
    this.showQuestions()
  },
  showQuestions() {
    this.setData({ questions: questionLines(this.activity?.questions ?? [], this.answers), missing: '' })
  },
  onAnswer(event: Told<{ key: string; answer: string }>) {
    const { key, answer } = event.detail
    this.answers = { ...this.answers, [key]: answer }
    keepAnswers(this.id, this.answers)
    this.showQuestions()
  },
  onHeadcount(event: Told<{ value: number }>) {
    this.setData({ headcount: event.detail.value })
  },
  onAgree(event: Told<{ checked: boolean }>) {
    this.setData({ agreed: event.detail.checked, reminded: false })
  },
  onSubmit() {
    const { activity, sessionId } = this
    if (!activity) return
    const { agreed, headcount } = this.data
    const missing = missingAnswer(activity.questions, this.answers)
    if (missing !== undefined) {
      this.setData({ missing })
      return void wx.pageScrollTo({ selector: '#questions' })
    }
    if (!agreed) return this.setData({ reminded: true })
    const rulesVersion = activity.rules.version
    const answers = filledIn(activity.questions, this.answers)
    return once(this, async () => {
      const taken = await attempt(() =>
        activities.signUp({
          sessionId,
          rulesVersion,
          ...(activity.groupMax > 1 && { headcount }),
          ...(activity.questions.length > 0 && { answers }),
        }),
      )
      if (taken.ok) return this.done(taken.value.no)
      return this.refused(taken.failure)
    })
  },
  async done(no: number) {
    placesChanged()
    forgetAnswers(this.id)
    this.setData({ reminders: askable(REMINDERS).length > 0 ? 'ask' : 'none' })
    if (this.activity && this.session) this.setData({ view: doneView(this.activity, this.session, no) })
    // Fetched now, so that the code is on the phone even if the door has no network; the ticket page tries again.
    const { sessionId } = this
    await attempt(() => cached(ticketKey(sessionId), () => activities.ticket({ sessionId })))
  },
  async onRemind() {
    const allowed = await askForMessages(REMINDERS)
    this.setData({ reminders: allowed ? 'on' : 'none' })
  },
  async refused(failure: Failure) {
    if (failure.code === 'NEED_REGISTER' || failure.code === 'NEED_CONSENT') return this.register()
    if (failure.code === 'RULES_CHANGED') {
      this.setData({ agreed: false })
      await this.load()
      return say(failure)
    }
    if (!isFinal(failure.code)) return say(failure)
    placesChanged()
    this.setData({ view: refusedView(failure) })
  },
  register() {
    const next = encodeURIComponent(`${PAGES}/signup/signup?id=${this.id}&session=${this.sessionId}`)
    void wx.redirectTo({ url: `/pages/register/register?next=${next}` })
  },
  onQueue() {
    void wx.redirectTo({ url: `${PAGES}/detail/detail?id=${this.id}&session=${this.sessionId}&join=1` })
  },
  openTicket() {
    void wx.redirectTo({ url: `${PAGES}/ticket/ticket?session=${this.sessionId}` })
  },
  onRetry() {
    this.setData({ view: { kind: 'loading' } })
    void this.load()
  },
  onLeave: leave,
})
