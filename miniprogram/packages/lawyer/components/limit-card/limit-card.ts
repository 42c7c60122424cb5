/** What the person has saved about the limitation; event `decide` with limitId, eventId and whether it counts. */
Component({
  properties: {
    /** `LimitView` */
    card: Object,
    busy: Boolean,
  },
  methods: {
    onDecide(event: WechatMiniprogram.TouchEvent<object, object, { id: string; confirm: boolean }>) {
      const { id: eventId, confirm } = event.currentTarget.dataset
      const { limitId } = this.data.card as { limitId: string }
      this.triggerEvent('decide', { limitId, eventId, confirm })
    },
  },
})
