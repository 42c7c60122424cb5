/** One glyph of icon.wxss, in the colour of the text around it; `size` in rpx. Silent for screen readers. */
Component({
  properties: {
    name: String,
    size: { type: Number, value: 48 },
  },
})
