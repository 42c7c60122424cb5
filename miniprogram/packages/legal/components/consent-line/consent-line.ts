/** Asks for the consent that legal help needs, with a way to its text; event `change` with the new state. */
Component({
  properties: { checked: Boolean, reminded: Boolean },
  methods: {
    onChange(event: WechatMiniprogram.CustomEvent<{ checked: boolean }>) {
      this.triggerEvent('change', { checked: event.detail.checked })
    },
    onRead() {
      void wx.navigateTo({ url: '/pages/agreement/agreement?purpose=LEGAL_SENSITIVE' })
    },
  },
})
