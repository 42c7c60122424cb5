/**
 * A drawing of miniprogram/art, or the photo at `url` over it: if the photo fails, the drawing stays. Both tones of the
 * drawing lie here and the style sheet shows one: variables do not reach into images.
 */
Component({
  properties: { art: String, url: String },
  /** The address that failed; another one is tried. */
  data: { failed: '' },
  methods: {
    onPhotoFailed() {
      this.setData({ failed: this.data.url })
    },
  },
})
