/** What a service of the union will do, until it is there; events `call` for the hotline and `close`. */
Component({
  properties: { visible: Boolean, service: Object, hotline: String },
  methods: {
    onCall() {
      this.triggerEvent('call')
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
