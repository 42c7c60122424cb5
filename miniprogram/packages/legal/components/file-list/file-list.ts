/** Files that were chosen, and what became of each; events `again` and `remove` with the key. `files`: FileLine[]. */
Component({
  properties: { files: Array },
  methods: {
    onAgain(event: WechatMiniprogram.TouchEvent<object, object, { key: string }>) {
      this.triggerEvent('again', { key: event.currentTarget.dataset.key })
    },
    onRemove(event: WechatMiniprogram.TouchEvent<object, object, { key: string }>) {
      this.triggerEvent('remove', { key: event.currentTarget.dataset.key })
    },
  },
})
