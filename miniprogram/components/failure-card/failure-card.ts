/** What failed, what is safe, and another try (event `retry`) or the way out (event `back`). */
Component({
  properties: {
    title: { type: String, value: '加载失败，请稍后再试' },
    text: String,
    code: String,
    /** Label of the way out; without it there is none. */
    out: String,
    retry: { type: String, value: '重试' },
  },
  methods: {
    onRetry() {
      this.triggerEvent('retry')
    },
    onBack() {
      this.triggerEvent('back')
    },
  },
})
