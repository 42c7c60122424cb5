const options = [
  {
    key: 'ask',
    title: '先问我',
    line: '有名额时通知您，您确认后才报上名。没来得及确认，名额会顺延给下一位。',
  },
  {
    key: 'auto',
    title: '有名额时直接为我报名',
    line: '轮到您时马上报上名，再通知您。来不了请尽早取消，以免记分。',
  },
]

/** How a person wants to wait for a place; events `join` with `autoAccept`, and `close`. */
Component({
  properties: { visible: Boolean, busy: Boolean },
  data: { options, chosen: 'ask' },
  methods: {
    onChoose(event: WechatMiniprogram.TouchEvent<object, object, { key: string }>) {
      this.setData({ chosen: event.currentTarget.dataset.key })
    },
    onJoin() {
      this.triggerEvent('join', { autoAccept: this.data.chosen === 'auto' })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
