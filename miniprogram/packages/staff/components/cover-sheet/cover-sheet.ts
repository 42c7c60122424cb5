import type { Art } from '../../../../../typings/documents'
import { artLabels } from '../../draft/words'

const arts = Object.entries(artLabels).map(([key, label]) => ({ key, label }))

/** The picture of an activity; events `art` with a drawing, `photo` to choose one, and `close`. */
Component({
  properties: {
    visible: Boolean,
    art: String,
    photo: Boolean,
    busy: Boolean,
    unsent: Boolean,
    problem: String,
  },
  data: { arts },
  methods: {
    onArt(event: WechatMiniprogram.TouchEvent<object, object, { art: Art }>) {
      this.triggerEvent('art', { art: event.currentTarget.dataset.art })
    },
    onPhoto() {
      this.triggerEvent('photo')
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
