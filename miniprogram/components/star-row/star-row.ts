const WORDS = ['很不满意', '不满意', '一般', '满意', '很满意']

/** One to five stars, each a radio button with its word; event `choose` with the score. `value` 0: none yet. */
Component({
  properties: { value: Number, label: String },
  data: { words: WORDS },
  methods: {
    onChoose(event: WechatMiniprogram.TouchEvent<object, object, { score: number }>) {
      this.triggerEvent('choose', { score: event.currentTarget.dataset.score })
    },
  },
})
