/** Two or three ways side by side, one of them chosen; event `choose` with the key. `t-segmented` is mute for screen readers. */
Component({
  properties: {
    /** `{ key, label }[]` */
    options: Array,
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
