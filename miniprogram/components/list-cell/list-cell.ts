/** A row of settings or links: icon, words, a note or a control (slot) at the right. `control` leaves the arrow out. */
Component({
  properties: {
    icon: String,
    title: String,
    line: String,
    note: String,
    control: Boolean,
    strong: Boolean,
    last: Boolean,
  },
})
