import type { LegalMode } from '../../../../../typings/documents'
import type { Told } from '../../../../services/page'
import type { BookPage } from './book-page'
import { stepAfterChoosing } from './intake'
import { openDate } from './slot-choice'

/** Choosing how and when. */
export const chooseTaps = {
  async onMode(this: BookPage, event: Told<{ key: LegalMode }>) {
    const { key } = event.detail
    if (key === this.draft.mode) return
    this.change({ mode: key, slot: undefined })
    this.slots = { days: this.slots.days, lawyers: [], slots: {} }
    this.free = []
    this.setData({ reading: true })
    const failed = await this.readSlots()
    // another way was chosen meanwhile: its own reading shows it
    if (this.draft.mode !== key) return
    this.setData({ reading: false })
    if (failed) return this.setData({ view: failed })
    this.show()
  },
  onDate(this: BookPage, event: Told<{ date: string }>) {
    this.date = event.detail.date
    this.show()
  },
  onSlot(this: BookPage, event: Told<{ slotId: string }>) {
    const slot = this.free.find(({ slotId }) => slotId === event.detail.slotId)
    if (slot) this.change({ slot })
    this.show()
  },
  onBegin(this: BookPage) {
    const { service, draft } = this
    if (!service || !draft.slot) return
    this.date = openDate(this.free, draft.slot.date)
    this.editing = false
    this.goTo(stepAfterChoosing(draft, service))
  },
}
