/** A count between two ends; event `change` with the new one. */
Component({
  properties: {
    value: { type: Number, value: 1 },
    min: { type: Number, value: 1 },
    max: { type: Number, value: 1 },
    label: String,
  },
  methods: {
    step(by: number) {
      const { value, min, max } = this.data
      const next = Math.min(max, Math.max(min, value + by))
      if (next !== value) this.triggerEvent('change', { value: next })
    },
    onLess() {
      this.step(-1)
    },
    onMore() {
      this.step(1)
    },
  },
})
