/** An activity as a card of its own, or (`compact`) as a row of a card; what it prints comes from card.ts. */
Component({ properties: { card: Object, compact: Boolean, large: Boolean } })
