/** How it was, in stars and, if the person wants, in words; events `rate` with `score` and `text`, and `close`. */
Component({
  properties: { visible: Boolean, busy: Boolean, title: String },
  data: { score: 0, text: '', most: 200 },
  observers: {
    // of another activity
    title() {
      this.setData({ score: 0, text: '' })
    },
  },
  methods: {
    onScore(event: WechatMiniprogram.CustomEvent<{ score: number }>) {
      this.setData({ score: event.detail.score })
    },
    onText(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ text: event.detail.value })
    },
    onRate() {
      const { score, text } = this.data
      if (score > 0) this.triggerEvent('rate', { score, text: text.trim() })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
