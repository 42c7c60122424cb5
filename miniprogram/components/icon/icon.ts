/** One glyph of icon.wxss, in the colour of the text around it. Silent for screen readers. */
Component({
  properties: {
    name: String,
    /** In rpx. */
    size: { type: Number, value: 48 },
    /** Instead of `size`: times the size of the text it stands in. */
    em: { type: Number, value: 0 },
  },
})
