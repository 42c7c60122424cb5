import type { ActivityDraft, ActivityKind, ActivityMode, Question } from '../../../../../typings/documents'
import { serverNow } from '../../../../services/clock'
import type { Tapped, Told } from '../../../../services/page'
import type { OrgOption } from '../../components/org-sheet/org-pages'
import { withKind } from '../../draft/defaults'
import type { EditPage } from './edit-page'
import { fenOf, newQuestion, replaced, without } from './parts'

type Typed = Told<{ value: string }>

/** What is written into the form, besides its sessions and its cover. */
export const fieldTaps = {
  onTitle(this: EditPage, event: Typed) {
    this.change({ title: event.detail.value })
  },
  onBody(this: EditPage, event: Typed) {
    this.change({ body: event.detail.value })
  },
  onYuan(this: EditPage, event: Typed) {
    this.change({ budgetFen: fenOf(event.detail.value) })
  },
  onNote(this: EditPage, event: WechatMiniprogram.CustomEvent<{ value: string }, object, { index: number }>) {
    const notes = this.writing?.draft.notes ?? []
    this.change({ notes: replaced(notes, event.currentTarget.dataset.index, event.detail.value) })
  },
  onAddNote(this: EditPage) {
    this.change({ notes: [...(this.writing?.draft.notes ?? []), ''] })
    this.fill()
  },
  onRemoveNote(this: EditPage, event: Tapped<{ index: number }>) {
    this.change({ notes: without(this.writing?.draft.notes ?? [], event.currentTarget.dataset.index) })
    this.fill()
  },
  onKind(this: EditPage, event: Tapped<{ kind: ActivityKind }>) {
    if (this.writing) this.change(withKind(this.writing.draft, event.currentTarget.dataset.kind, serverNow()))
  },
  onGroup(this: EditPage, event: Told<{ value: number }>) {
    this.change({ groupMax: event.detail.value })
  },
  onAudience(this: EditPage, event: Told<{ audience: ActivityDraft['audience'] }>) {
    this.change(event.detail)
  },
  onCancelRule(this: EditPage, event: Told<{ key: string }>) {
    this.setData({ sheet: '' })
    this.change({ cancelBeforeMin: Number(event.detail.key) })
  },
  onMode(this: EditPage, event: Told<{ key: ActivityMode }>) {
    this.setData({ sheet: '' })
    this.change({ mode: event.detail.key })
  },
  onOrg(this: EditPage, event: Told<OrgOption>) {
    const { orgId, name } = event.detail
    this.setData({ sheet: '' })
    this.orgName = name
    this.change({ orgId })
  },
  onAddQuestion(this: EditPage) {
    const questions = this.writing?.draft.questions ?? []
    this.change({ questions: [...questions, newQuestion(questions)] })
    this.open('question', questions.length)
  },
  onQuestion(this: EditPage, event: Told<{ question: Question }>) {
    this.change({ questions: replaced(this.writing?.draft.questions ?? [], this.at, event.detail.question) })
  },
  onRemoveQuestion(this: EditPage) {
    this.setData({ sheet: '' })
    this.change({ questions: without(this.writing?.draft.questions ?? [], this.at) })
  },
}
