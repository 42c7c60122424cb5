/** One choice of several in a sheet; events `choose` with the key, and `close`. */
Component({
  properties: {
    visible: Boolean,
    title: String,
    /** `{ key, label }[]` */
    options: Array,
    value: String,
  },
  methods: {
    onChoose(event: WechatMiniprogram.TouchEvent<object, object, { key: string }>) {
      this.triggerEvent('choose', { key: event.currentTarget.dataset.key })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
