import type { LimitEventKind } from '../../../../../typings/documents'
import { emptyEvent, eventFormView, eventProblem, kindOptions, type EventForm } from './event-form'

/** Records what may interrupt or suspend the limitation; events `record` with kind, date and untilDate, and `close`. */
Component({
  properties: {
    visible: Boolean,
    /** Local date: nothing later can have happened. */
    today: String,
    busy: Boolean,
  },
  data: { form: emptyEvent, view: eventFormView(emptyEvent), kindOptions, problem: '' },
  observers: {
    visible(visible: boolean) {
      if (visible) this.change(emptyEvent)
    },
  },
  methods: {
    change(change: Partial<EventForm>) {
      const form = { ...this.data.form, ...change }
      this.setData({ form, view: eventFormView(form), problem: '' })
    },
    onKind(event: WechatMiniprogram.TouchEvent<object, object, { key: LimitEventKind }>) {
      this.change({ kind: event.currentTarget.dataset.key })
    },
    onDate(event: WechatMiniprogram.PickerChange<object, { field: 'date' | 'untilDate' }>) {
      this.change({ [event.currentTarget.dataset.field]: String(event.detail.value) })
    },
    onRecord() {
      const { form } = this.data
      const problem = eventProblem(form)
      if (problem) return this.setData({ problem })
      const { kind, date, untilDate } = form
      this.triggerEvent('record', { kind, date, ...(kind === 'SUSPENDED' && { untilDate }) })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
