import type { ClaimType } from '../../../../../typings/documents'
import type { Tapped, Told } from '../../../../services/page'
import type { BookPage } from './book-page'
import { problemOf, questionsOf, type Step } from './intake'

type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { at: number }>

/** One question at a time; every key that is pressed is kept on the phone. */
export const askTaps = {
  onClaim(this: BookPage, event: Tapped<{ key: ClaimType }>) {
    this.change({ claimType: event.currentTarget.dataset.key })
    this.show()
  },
  onName(this: BookPage, event: Typed) {
    const { at } = event.currentTarget.dataset
    const opponents = this.draft.opponents.map((name, i) => (i === at ? event.detail.value : name))
    this.change({ opponents })
    // another matter: whoever declined the last one may take this
    this.declined = []
    this.show()
  },
  onNameAdd(this: BookPage) {
    this.change({ opponents: [...this.draft.opponents, ''] })
    this.fill()
    this.show()
  },
  onNameRemove(this: BookPage, event: Tapped<{ at: number }>) {
    const { at } = event.currentTarget.dataset
    this.change({ opponents: this.draft.opponents.filter((_, i) => i !== at) })
    this.declined = []
    this.fill()
    this.show()
  },
  onUnknown(this: BookPage) {
    this.setData({ unknownOpen: true })
  },
  onUnknownClose(this: BookPage) {
    this.setData({ unknownOpen: false })
  },
  onDay(this: BookPage, event: WechatMiniprogram.PickerChange) {
    this.change({ keyDate: String(event.detail.value) })
    this.show()
  },
  onDayClear(this: BookPage) {
    this.change({ keyDate: '' })
    this.show()
  },
  onFacts(this: BookPage, event: Told<{ value: string }>) {
    this.change({ facts: event.detail.value })
    this.show()
  },
  onNext(this: BookPage) {
    const { service, draft, waiting } = this
    if (!service) return
    const wait = draft.step === 'files' && waiting.length > 0
    const problem = wait ? unsent(waiting) : problemOf(draft.step, draft, service)
    if (problem !== '') return this.setData({ problem })
    const steps = questionsOf(service)
    const next = this.editing ? 'review' : (steps[steps.indexOf(draft.step) + 1] ?? 'review')
    this.editing = false
    this.goTo(next)
  },
  onPrevious(this: BookPage) {
    const { service, draft } = this
    if (!service) return
    const steps = questionsOf(service)
    const back = this.editing ? 'review' : (steps[steps.indexOf(draft.step) - 1] ?? 'choose')
    this.editing = false
    this.goTo(back)
  },
  onRow(this: BookPage, event: Tapped<{ step: Step }>) {
    this.editing = true
    this.goTo(event.currentTarget.dataset.step)
  },
}

const unsent = (waiting: BookPage['waiting']): string =>
  waiting.some(({ problem }) => problem === '')
    ? '还有文件正在上传，请稍候。'
    : '有文件没有传上去，请重试或移除。'
