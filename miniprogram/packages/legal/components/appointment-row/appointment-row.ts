/** An appointment in a list: day, what about, when and with whom, state. `line` is an AppointmentLine. */
Component({ properties: { line: Object, large: Boolean } })
