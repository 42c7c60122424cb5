import type { NextStep } from '../../../../../typings/documents'
import { nextStepLabels } from '../../../../shared/labels'

type Field = 'facts' | 'advice'

const MOST = 2000

/** The record of a consultation being written; event `change` with what changed of it. */
Component({
  properties: {
    /** `RecordForm` */
    form: Object,
  },
  data: { most: MOST, steps: Object.entries(nextStepLabels).map(([key, label]) => ({ key, label })) },
  methods: {
    onText(event: WechatMiniprogram.Input<object, { field: Field }>) {
      this.triggerEvent('change', { [event.currentTarget.dataset.field]: event.detail.value })
    },
    onNext(event: WechatMiniprogram.TouchEvent<object, object, { key: NextStep }>) {
      this.triggerEvent('change', { next: event.currentTarget.dataset.key })
    },
  },
})
