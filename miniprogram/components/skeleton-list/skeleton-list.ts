/** Boxes where cards will be. They come only after 300 ms: a fast answer should not flash. */
const DELAY_MS = 300

Component({
  properties: {
    count: { type: Number, value: 4 },
    /** Height of one box in rpx. */
    height: { type: Number, value: 240 },
  },
  data: { shown: false, timer: 0 },
  lifetimes: {
    attached() {
      this.data.timer = setTimeout(() => this.setData({ shown: true }), DELAY_MS)
    },
    detached() {
      clearTimeout(this.data.timer)
    },
  },
})
