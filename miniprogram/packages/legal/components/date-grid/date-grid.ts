/** Two weeks in rows of seven: weekday, day, what is left, 休 or 班; event `choose` with the date. `days`: DayCell[]. */
Component({
  properties: { days: Array },
  methods: {
    onChoose(event: WechatMiniprogram.TouchEvent<object, object, { date: string; free: boolean }>) {
      const { date, free } = event.currentTarget.dataset
      if (free) this.triggerEvent('choose', { date })
    },
  },
})
