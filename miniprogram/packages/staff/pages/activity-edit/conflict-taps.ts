import type { Editable } from '../../../../../typings/api/activity'
import type { ActivityDraft } from '../../../../../typings/documents'
import { activities } from '../../../../services/activity'
import { attempt, say } from '../../../../services/attempt'
import type { Told } from '../../../../services/page'
import { differences, merged, type Side } from '../../draft/difference'
import { withPlacesOf } from '../../draft/sessions'
import { savedBy } from './activity-edit.view'
import type { EditPage } from './edit-page'
import { trimmed } from './parts'
import { writingOf } from './save-writing'

/** Somebody else has saved: two versions become one, and nothing is lost. */
export const conflictTaps = {
  openConflict(this: EditPage, theirs: Editable) {
    const { writing } = this
    if (!writing) return
    const nameOf = (orgId: string) =>
      orgId === theirs.draft.orgId ? theirs.orgName : this.ownOrg(orgId) || orgId
    const mine = withPlacesOf(trimmed(writing.draft), theirs.draft)
    const conflicts = differences(withPlacesOf(writing.base, theirs.draft), mine, theirs.draft, nameOf)
    this.theirs = theirs
    if (conflicts.length === 0) return this.take(theirs.draft)
    this.setData({ conflicts, conflictBy: savedBy(theirs), sheet: 'conflict' })
  },
  onMerge(this: EditPage, event: Told<{ chosen: Partial<Record<string, Side>> }>) {
    const { theirs, writing } = this
    if (!theirs || !writing) return
    const mine = withPlacesOf(trimmed(writing.draft), theirs.draft)
    this.take(merged(mine, theirs.draft, event.detail.chosen))
    void wx.showToast({ title: '已合并，还没有保存', icon: 'none' })
  },
  /** Goes on from what the other saved, with this draft. */
  take(this: EditPage, draft: ActivityDraft) {
    const { theirs } = this
    if (!theirs) return
    this.editable = theirs
    this.writing = { ...writingOf(theirs), draft }
    this.theirs = undefined
    this.keep()
    this.fill()
    this.show()
    this.setData({ sheet: '' })
  },
  /** Places are no part of the draft: what is written goes on with the new ones. */
  async onCapacityChanged(this: EditPage) {
    const activityId = this.writing?.activityId
    if (!activityId) return
    const read = await attempt(() => activities.edit({ activityId }))
    if (!read.ok) return say(read.failure)
    const editable = read.value
    if (!this.writing || this.keptAt === undefined) return this.adopt(editable, this.writing?.draft)
    if (editable.rev !== this.writing.rev) return this.openConflict(editable)
    this.editable = editable
    const draft = withPlacesOf(this.writing.draft, editable.draft)
    this.writing = { ...this.writing, base: editable.draft, draft }
    this.keep()
    this.show()
  },
}
