/** A drawing of miniprogram/art. Both tones lie here and the style sheet shows one: variables do not reach into images. */
Component({ properties: { art: String } })
