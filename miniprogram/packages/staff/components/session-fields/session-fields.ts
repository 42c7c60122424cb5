/**
 * One session in the form; what it prints comes from activity-edit.view.ts. Events `time`, `spot`, `kept`, `capacity`
 * open something, `places` tells the new count, `remove`.
 */
Component({
  properties: { session: Object },
  methods: {
    onOpen(
      event: WechatMiniprogram.TouchEvent<object, object, { what: 'time' | 'spot' | 'kept' | 'capacity' }>,
    ) {
      this.triggerEvent(event.currentTarget.dataset.what)
    },
    onPlaces(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
      this.triggerEvent('places', event.detail)
    },
    onRemove() {
      this.triggerEvent('remove')
    },
  },
})
