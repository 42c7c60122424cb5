/** Appointments, one below the other: when, how, what is due; event `open` with the id. */
Component({
  properties: {
    /** `CaseLine[]` */
    lines: Array,
  },
  methods: {
    onOpen(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('open', { id: event.currentTarget.dataset.id })
    },
  },
})
