import type { AppointmentView } from '../../../../../typings/api/legal'
import { attempt, type Attempt } from '../../../../services/attempt'
import { serverNow } from '../../../../services/clock'
import { legal } from '../../../../services/legal'
import { once, type Told } from '../../../../services/page'
import { clock } from '../../../../shared/time'
import { isUnsaved, over, reconcile, type RecordForm, type Writing } from './record-draft'
import { forgetRecord, keepRecord, keptRecord } from './record-store'

interface RecordPage {
  id: string
  writing: Writing | undefined
  /** What another phone has saved; the lawyer has not chosen yet. */
  theirs: RecordForm | undefined
  data: { busy: boolean }
  setData(data: {
    busy?: boolean
    form?: RecordForm
    saved?: string
    clash?: boolean
    theirWords?: string
  }): void
  take(read: AppointmentView): void
  refused(answer: Attempt<AppointmentView>): Promise<void>
  send(final: boolean): Promise<Attempt<AppointmentView> | undefined>
}

const SAVED = '草稿已保存，当事人看不到'
const keptWords = (at: number): string => `已存在手机 ${clock(at)}`

/** The record being written on the page of a consultation; a page spreads it. */
export const recordTaps = {
  takeRecord(this: RecordPage, read: AppointmentView) {
    const { writing, theirs } = reconcile(this.writing ?? keptRecord(this.id), read, serverNow())
    this.writing = writing
    this.theirs = theirs
    const unsaved = isUnsaved(writing)
    if (!unsaved) forgetRecord(this.id)
    const saved = unsaved ? keptWords(writing.at) : read.record ? SAVED : ''
    const theirWords = theirs ? [theirs.facts, theirs.advice].filter(Boolean).join('\n') : ''
    this.setData({ form: writing.form, saved, clash: theirs !== undefined, theirWords })
  },
  dropRecord(this: RecordPage) {
    this.writing = undefined
    this.theirs = undefined
    forgetRecord(this.id)
    this.setData({ clash: false })
  },
  onRecord(this: RecordPage, event: Told<Partial<RecordForm>>) {
    if (!this.writing) return
    const at = serverNow()
    this.writing = { ...this.writing, form: { ...this.writing.form, ...event.detail }, at }
    keepRecord(this.id, this.writing)
    this.setData({ form: this.writing.form, saved: keptWords(at) })
  },
  onOurs(this: RecordPage) {
    if (!this.writing || !this.theirs) return
    this.writing = over(this.writing, this.theirs)
    this.theirs = undefined
    keepRecord(this.id, this.writing)
    this.setData({ clash: false })
  },
  onTheirs(this: RecordPage) {
    if (!this.writing || !this.theirs) return
    this.writing = { ...over(this.writing, this.theirs), form: this.theirs }
    this.theirs = undefined
    forgetRecord(this.id)
    this.setData({ form: this.writing.form, saved: SAVED, clash: false })
  },
  onSave(this: RecordPage) {
    void once(this, async () => {
      const saved = await this.send(false)
      if (saved?.ok) void wx.showToast({ title: '草稿已保存', icon: 'none' })
      else if (saved) await this.refused(saved)
    })
  },
  /** Leaving the page: the phone has it already, the next look tells how it went. */
  async saveQuietly(this: RecordPage) {
    if (this.data.busy || this.theirs || !this.writing || !isUnsaved(this.writing)) return
    await this.send(false)
  },
  async send(this: RecordPage, final: boolean): Promise<Attempt<AppointmentView> | undefined> {
    const { writing, id } = this
    if (!writing || this.theirs) return undefined
    const { facts, advice, next } = writing.form
    const record = { facts: facts.trim(), advice: advice.trim(), next }
    this.writing = { ...writing, sent: record }
    keepRecord(id, this.writing)
    const sent = await attempt(() =>
      legal.record({ appointmentId: id, rev: writing.rev, outcome: 'DONE', record, final }),
    )
    if (sent.ok) this.take(sent.value)
    return sent
  },
}
