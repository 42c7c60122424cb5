import type { Question } from '../../../../../typings/documents'
import type { Told } from '../../../../services/page'
import { answerDraft, keepAnswers } from '../../pages/signup/answer-draft'
import {
  filledIn,
  missingAnswer,
  questionLines,
  stillAsked,
  type Answers,
  type QuestionLine,
} from '../../pages/signup/answers'

const options = [
  {
    key: 'ask',
    title: '先问我',
    line: '有名额时通知您，您确认后才报上名。没来得及确认，名额会顺延给下一位。',
  },
  {
    key: 'auto',
    title: '有名额时直接为我报名',
    line: '轮到您时马上报上名，再通知您。来不了请尽早取消，以免记分。',
  },
]

/** How a person wants to wait for a place, and what the activity asks; events `join` with `autoAccept` and `answers`, and `close`. */
Component({
  properties: {
    visible: Boolean,
    busy: Boolean,
    /** The activity, by whose id answers are kept on the phone until they were sent. */
    activityId: String,
    /** `Question[]` of the activity. */
    asked: Array,
  },
  data: {
    options,
    chosen: 'ask',
    answers: {} as Answers,
    questions: [] as QuestionLine[],
    /** The question that must be answered first, and its label. */
    missing: '',
    missingLabel: '',
  },
  observers: {
    'visible, asked, activityId'(visible: boolean, asked: Question[], activityId: string) {
      if (visible) this.show(stillAsked(asked, answerDraft(activityId)))
    },
  },
  methods: {
    show(answers: Answers) {
      const questions = questionLines(this.data.asked, answers)
      this.setData({ answers, questions, missing: '', missingLabel: '' })
    },
    onAnswer(event: Told<{ key: string; answer: string }>) {
      const { key, answer } = event.detail
      const answers = { ...this.data.answers, [key]: answer }
      keepAnswers(this.data.activityId, answers)
      this.show(answers)
    },
    onChoose(event: WechatMiniprogram.TouchEvent<object, object, { key: string }>) {
      this.setData({ chosen: event.currentTarget.dataset.key })
    },
    onJoin() {
      const { asked, answers, questions, chosen } = this.data
      const missing = missingAnswer(asked, answers)
      const label = questions.find(({ key }) => key === missing)?.label
      if (missing !== undefined && label !== undefined) {
        this.setData({ missing, missingLabel: label })
        return
      }
      this.triggerEvent('join', { autoAccept: chosen === 'auto', answers: filledIn(asked, answers) })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
