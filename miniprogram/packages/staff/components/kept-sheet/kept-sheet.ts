import type { DraftSession, Employment } from '../../../../../typings/documents'
import { most } from '../../draft/draft-problems'
import { restWords, segmentRows, withEmployment, withSegment, type SegmentRow } from './segments'

type Kept = DraftSession['kept']
type Tapped<T extends object> = WechatMiniprogram.TouchEvent<object, object, T>

/** Places kept for some; events `change` with the list, and `close`. */
Component({
  properties: { visible: Boolean, session: Object },
  data: { rows: [] as SegmentRow[], rest: '', more: true },
  observers: {
    session(session: DraftSession | null) {
      if (!session) return
      const { kept, places } = session
      const more = kept.length < most.kept && kept.reduce((sum, one) => sum + one.places, 0) < places
      this.setData({ rows: segmentRows(kept, places), rest: restWords(kept, places), more })
    },
  },
  methods: {
    change(index: number, to: (one: Kept[number]) => Kept[number]) {
      const { kept } = this.data.session as DraftSession
      this.tell(kept.map((one, at) => (at === index ? to(one) : one)))
    },
    tell(kept: Kept) {
      this.triggerEvent('change', { kept })
    },
    onEmployment(event: Tapped<{ index: number; key: Employment }>) {
      const { index, key } = event.currentTarget.dataset
      this.change(index, one => withEmployment(one, key))
    },
    onPlaces(event: WechatMiniprogram.CustomEvent<{ value: number }, object, { index: number }>) {
      const { value: places } = event.detail
      this.change(event.currentTarget.dataset.index, one => ({ ...one, places }))
    },
    onRemove(event: Tapped<{ index: number }>) {
      const { kept } = this.data.session as DraftSession
      this.tell(kept.filter((_, at) => at !== event.currentTarget.dataset.index))
    },
    onAdd() {
      const { kept, places } = this.data.session as DraftSession
      this.tell(withSegment(kept, places))
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
