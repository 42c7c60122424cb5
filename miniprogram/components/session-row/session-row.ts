/** One session to choose: a radio, its time, what is left; event `choose`. */
Component({
  properties: { session: Object, chosen: Boolean },
  methods: {
    onChoose() {
      this.triggerEvent('choose')
    },
  },
})
