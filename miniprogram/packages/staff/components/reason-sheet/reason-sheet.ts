/** Why something is done that people are told of; events `done` with the reason, and `close`. */
Component({
  properties: {
    visible: Boolean,
    title: String,
    note: String,
    placeholder: String,
    confirm: String,
    busy: Boolean,
  },
  data: { reason: '', problem: '' },
  observers: {
    visible(visible: boolean) {
      if (visible) this.setData({ reason: '', problem: '' })
    },
  },
  methods: {
    onReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.data.reason = event.detail.value
      if (this.data.problem) this.setData({ problem: '' })
    },
    onDone() {
      const reason = this.data.reason.trim()
      if (reason.length < 2) return this.setData({ problem: '请写明原因，至少2个字。' })
      this.triggerEvent('done', { reason })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
