/** A field of a form: its name, what stands there in two lines, what is wrong with it below. The slot may hold the field itself. */
Component({
  properties: {
    label: String,
    value: String,
    under: String,
    placeholder: String,
    problem: String,
    /** Beside the arrow. */
    note: String,
    /** Opens something. */
    arrow: Boolean,
    last: Boolean,
  },
})
