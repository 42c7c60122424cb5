/** The bar at the bottom of a page: what was chosen at its left, in two lines, and what is done about it in its slot. */
Component({ properties: { top: String, under: String } })
