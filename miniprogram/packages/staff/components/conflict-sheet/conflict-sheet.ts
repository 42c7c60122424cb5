import { expected, type Difference, type Side } from '../../draft/difference'

/** Two versions of one activity, side by side where they differ; events `merge` with what was chosen, and `close`. */
Component({
  properties: {
    visible: Boolean,
    /** `Difference[]` */
    rows: Array,
    /** Who saved the other version and when, in words. */
    by: String,
  },
  data: { chosen: {} as Partial<Record<string, Side>> },
  observers: {
    rows(rows: Difference[]) {
      this.setData({ chosen: expected(rows) })
    },
  },
  methods: {
    onChoose(event: WechatMiniprogram.TouchEvent<object, object, { part: string; side: Side }>) {
      const { part, side } = event.currentTarget.dataset
      this.setData({ chosen: { ...this.data.chosen, [part]: side } })
    },
    onMerge() {
      this.triggerEvent('merge', { chosen: this.data.chosen })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
