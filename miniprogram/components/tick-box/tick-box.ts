/** A box to tick with its words in the slot; never ticked by itself. Event `change` with the new state. */
Component({
  properties: { checked: Boolean, label: String },
  methods: {
    toggle() {
      this.triggerEvent('change', { checked: !this.data.checked })
    },
  },
})
