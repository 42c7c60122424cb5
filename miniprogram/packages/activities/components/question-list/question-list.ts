/** What an activity asks, each with its field or its options; event `answer` with `key` and `answer`. */
Component({
  properties: {
    /** `QuestionLine[]` of pages/signup/answers.ts */
    questions: Array,
    /** Key of the one that must be answered first. */
    missing: String,
  },
  methods: {
    onText(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { key: string }>) {
      this.triggerEvent('answer', { key: event.currentTarget.dataset.key, answer: event.detail.value })
    },
    onOption(event: WechatMiniprogram.TouchEvent<object, object, { key: string; option: string }>) {
      const { key, option } = event.currentTarget.dataset
      this.triggerEvent('answer', { key, answer: option })
    },
  },
})
