/** Two weeks, two rows of seven; event `choose` with the date. */
Component({
  properties: {
    /** `DayCell[]` */
    cells: Array,
    /** The chosen date. */
    value: String,
  },
  methods: {
    onChoose(event: WechatMiniprogram.TouchEvent<object, object, { date: string }>) {
      this.triggerEvent('choose', { date: event.currentTarget.dataset.date })
    },
  },
})
