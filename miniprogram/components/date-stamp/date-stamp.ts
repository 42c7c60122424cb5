/** The date of a card: the day large, month and weekday below. */
Component({ properties: { day: String, sub: String } })
