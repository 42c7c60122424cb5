/**
 * Why a booking was refused, and what else there is. `offer`: Offer, or null. Events: `choose` with the id of another
 * slot, `times`, `written`, `mine`, `call`, `close`.
 */
Component({
  properties: { offer: Object },
  methods: {
    onChoose(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('choose', { slotId: event.currentTarget.dataset.id })
    },
    onTimes() {
      this.triggerEvent('times')
    },
    onWritten() {
      this.triggerEvent('written')
    },
    onMine() {
      this.triggerEvent('mine')
    },
    onCall() {
      this.triggerEvent('call')
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
