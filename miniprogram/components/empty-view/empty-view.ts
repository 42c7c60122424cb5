/** Nothing here: a line drawing, why, and one way on (event `act`). */
Component({
  properties: {
    icon: { type: String, value: 'empty-calendar' },
    title: String,
    text: String,
    action: String,
  },
  methods: {
    act() {
      this.triggerEvent('act')
    },
  },
})
