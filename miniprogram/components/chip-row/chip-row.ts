/** A row of chips, one of them chosen; event `choose` with the key. */
Component({
  properties: {
    /** `{ key, label }[]` */
    chips: Array,
    value: String,
    label: String,
  },
  methods: {
    onChoose(event: WechatMiniprogram.TouchEvent<object, object, { key: string }>) {
      const { key } = event.currentTarget.dataset
      if (key !== this.data.value) this.triggerEvent('choose', { key })
    },
  },
})
