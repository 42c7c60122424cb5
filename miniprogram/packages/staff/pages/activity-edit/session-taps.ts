import type { DraftSession } from '../../../../../typings/documents'
import type { Tapped, Told } from '../../../../services/page'
import { withAnother, type After } from '../../draft/sessions'
import type { EditPage } from './edit-page'
import { without } from './parts'

type At = Tapped<{ at: number }>

/** The sessions of the form; `at` says which one. */
export const sessionTaps = {
  onOpenTime(this: EditPage, event: At) {
    this.open('time', event.currentTarget.dataset.at)
  },
  onOpenSpot(this: EditPage, event: At) {
    this.open('spot', event.currentTarget.dataset.at)
  },
  onOpenKept(this: EditPage, event: At) {
    this.open('kept', event.currentTarget.dataset.at)
  },
  onOpenCapacity(this: EditPage, event: At) {
    this.open('capacity', event.currentTarget.dataset.at)
  },
  onTime(this: EditPage, event: Told<{ session: DraftSession }>) {
    this.changeSession(event.detail.session)
  },
  onSpot(this: EditPage, event: Told<{ spot: DraftSession['spot'] }>) {
    this.changeSession({ spot: event.detail.spot })
  },
  onKept(this: EditPage, event: Told<{ kept: DraftSession['kept'] }>) {
    this.changeSession({ kept: event.detail.kept })
  },
  onPlaces(this: EditPage, event: WechatMiniprogram.CustomEvent<{ value: number }, object, { at: number }>) {
    this.changeSession({ places: event.detail.value }, event.currentTarget.dataset.at)
  },
  onAfter(this: EditPage, event: Told<{ key: After }>) {
    this.setData({ sheet: '' })
    if (this.writing) this.change({ sessions: withAnother(this.writing.draft.sessions, event.detail.key) })
  },
  onRemoveSession(this: EditPage, event: At) {
    this.change({ sessions: without(this.writing?.draft.sessions ?? [], event.currentTarget.dataset.at) })
  },
}
