/** A sheet from below with a title and what its slot holds; event `close` when the person leaves it. */
Component({
  properties: { visible: Boolean, title: String },
  methods: {
    onChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.triggerEvent('close')
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
