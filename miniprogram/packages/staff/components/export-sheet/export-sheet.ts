import { attempt } from '../../../../services/attempt'
import { insights } from '../../../../services/insight'
import { opId } from '../../../../services/op-id'
import { openSpreadsheet } from '../../open-file'

/** The roster of one session as a spreadsheet; makes, fetches and opens it. Event `close`. */
Component({
  properties: {
    visible: Boolean,
    sessionId: String,
    /** Of which session, in words. */
    when: String,
    /** The caller may export whole names and phones. */
    mayFull: Boolean,
  },
  data: { full: false, reason: '', problem: '', busy: false, op: '' },
  observers: {
    visible(visible: boolean) {
      if (visible) this.setData({ full: false, reason: '', problem: '', op: opId() })
    },
  },
  methods: {
    onFull(event: WechatMiniprogram.TouchEvent<object, object, { full: boolean }>) {
      // another file, another request
      this.setData({ full: event.currentTarget.dataset.full, op: opId() })
    },
    onReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.data.reason = event.detail.value
      if (this.data.problem) this.setData({ problem: '' })
    },
    async onExport() {
      const { sessionId, full, op, busy } = this.data
      const reason = this.data.reason.trim()
      if (busy) return
      if (reason.length < 2) return this.setData({ problem: '请写明用途，至少2个字。' })
      this.setData({ busy: true, problem: '' })
      const done = await attempt(async () => {
        const made = await insights.export({ opId: op, kind: 'ROSTER', sessionId, reason, full })
        await openSpreadsheet(made.url, made.fileName)
      })
      this.setData({ busy: false, problem: done.ok ? '' : done.failure.sentence })
      if (done.ok) this.onClose()
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
