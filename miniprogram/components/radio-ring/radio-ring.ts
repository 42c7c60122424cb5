/** The ring before one choice of several. The row around it is what is tapped and spoken. */
Component({ properties: { on: Boolean } })
