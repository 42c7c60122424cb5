import type { Editable } from '../../../../../typings/api/activity'
import type { ActivityDraft } from '../../../../../typings/documents'
import { activities, placesChanged } from '../../../../services/activity'
import { attempt, say } from '../../../../services/attempt'
import { serverNow } from '../../../../services/clock'
import { forgetWriting } from '../../../../services/draft'
import type { Failure } from '../../../../services/failure'
import { once } from '../../../../services/page'
import { sameDraft } from '../../draft/difference'
import { publishingProblems, savingProblems, type DraftProblem } from '../../draft/draft-problems'
import { consequences, nothingNew } from './consequences'
import type { EditPage } from './edit-page'
import { anchorOf, draftField } from './fields'
import { trimmed } from './parts'
import { saveWriting, writingOf } from './save-writing'

const toast = (title: string) => void wx.showToast({ title, icon: 'none' })

/** Saving and publishing, and what is said when either is refused. */
export const publishTaps = {
  onSave(this: EditPage) {
    if (!this.writing || this.point(savingProblems(trimmed(this.writing.draft)))) return
    return once(this, async () => {
      if (await this.save()) toast('草稿已保存')
    })
  },
  onSubmit(this: EditPage) {
    const { editable, writing } = this
    if (!writing) return
    const draft = trimmed(writing.draft)
    const nothing = nothingNew(editable, draft)
    if (nothing) return toast(nothing)
    if (this.point(publishingProblems(draft, editable?.sessions ?? [], serverNow()))) return
    const steps = consequences(editable, draft)
    if (steps.some(({ heavy }) => heavy)) return this.setData({ steps, sheet: 'confirm' })
    return this.publish()
  },
  onConfirm(this: EditPage) {
    this.setData({ sheet: '' })
    return this.publish()
  },
  /** Shows what is wrong at the fields, and goes to the first of them; true when there is something. */
  point(this: EditPage, problems: DraftProblem[]): boolean {
    this.problems = problems
    this.show()
    const [first] = problems
    if (!first) return false
    void wx.pageScrollTo({ selector: `#${anchorOf(first.field)}`, offsetTop: -120, duration: 200 })
    toast(problems.length === 1 ? first.text : `有 ${problems.length} 处要改`)
    return true
  },
  async save(this: EditPage): Promise<boolean> {
    const { writing } = this
    if (!writing) return false
    const saved = await attempt(() =>
      saveWriting(writing, progress => {
        if (this.writing) this.writing = { ...this.writing, ...progress }
        this.keep()
      }),
    )
    if (saved.ok) this.adopt(saved.value, writing.draft)
    else await this.refused(saved.failure)
    return saved.ok
  },
  publish(this: EditPage) {
    return once(this, async () => {
      const { writing, editable } = this
      if (!writing) return
      const saved = editable && sameDraft(editable.draft, trimmed(writing.draft))
      if (!saved && !(await this.save())) return
      const { activityId, rev } = this.editable ?? writing
      const submitted = await attempt(() => activities.submit({ activityId, rev }))
      if (!submitted.ok) return this.refused(submitted.failure)
      const { state, draftState } = submitted.value
      this.adopt(submitted.value, this.writing?.draft)
      placesChanged()
      const reviewing = state === 'REVIEWING' || draftState === 'REVIEWING'
      this.setData({ done: reviewing ? '已提交复核' : '已发布', sheet: 'done' })
    })
  },
  /** The server's answer stands; what was typed since `sent` stays. */
  adopt(this: EditPage, editable: Editable, sent: ActivityDraft | undefined) {
    const since = this.writing && this.writing.draft !== sent ? this.writing.draft : undefined
    forgetWriting(this.name)
    this.editable = editable
    this.name = editable.activityId
    this.resumed = false
    this.problems = []
    this.orgName = editable.orgName
    if (editable.coverUrl) this.cover = editable.coverUrl
    this.writing = { ...writingOf(editable), ...(since && { draft: since }) }
    this.keptAt = undefined
    if (since) this.keep()
    this.show()
  },
  async refused(this: EditPage, failure: Failure) {
    const { code, sentence, detail } = failure
    const activityId = this.writing?.activityId
    if (code === 'STALE_REV' && activityId) {
      const read = await attempt(() => activities.edit({ activityId }))
      return read.ok ? this.openConflict(read.value) : say(read.failure)
    }
    if (detail.field) this.point([{ field: draftField(detail.field), text: sentence }])
    else say(failure)
  },
}
