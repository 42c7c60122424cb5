/** A count between two ends; event `change` with the new one. `typed`: a large one may be typed too. */
Component({
  properties: {
    value: { type: Number, value: 1 },
    min: { type: Number, value: 1 },
    max: { type: Number, value: 1 },
    label: String,
    typed: Boolean,
  },
  methods: {
    tell(wanted: number) {
      const { value, min, max } = this.data
      const next = Math.min(max, Math.max(min, wanted))
      if (next !== value) this.triggerEvent('change', { value: next })
    },
    step(by: number) {
      this.tell(this.data.value + by)
    },
    onTyped(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const typed = Number.parseInt(event.detail.value, 10)
      if (Number.isNaN(typed)) this.setData({ value: this.data.value })
      else this.tell(typed)
    },
    onLess() {
      this.step(-1)
    },
    onMore() {
      this.step(1)
    },
  },
})
