/** One lawyer and the hours that are free; event `choose` with the slot's id. `lawyer`: LawyerSlots. */
Component({
  properties: { lawyer: Object },
  methods: {
    onChoose(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('choose', { slotId: event.currentTarget.dataset.id })
    },
  },
})
