/**
 * A row of settings or links: icon, words, a note or a control (slot) at the right. `control` leaves the arrow
 * out, `dot` marks the note as unread.
 */
Component({
  properties: {
    icon: String,
    title: String,
    line: String,
    note: String,
    dot: Boolean,
    control: Boolean,
    strong: Boolean,
    last: Boolean,
  },
})
