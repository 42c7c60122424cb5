/** A swap that goes on; event `answer` with swapId and whether one agrees. */
Component({
  properties: {
    /** `SwapView` */
    swap: Object,
    busy: Boolean,
  },
  methods: {
    onAnswer(event: WechatMiniprogram.TouchEvent<object, object, { agree: boolean }>) {
      const { swapId } = this.data.swap as { swapId: string }
      this.triggerEvent('answer', { swapId, agree: event.currentTarget.dataset.agree })
    },
  },
})
