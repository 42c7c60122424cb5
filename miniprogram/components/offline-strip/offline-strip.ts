/** Says that what is shown is a copy, and of when. */
Component({ properties: { text: String } })
