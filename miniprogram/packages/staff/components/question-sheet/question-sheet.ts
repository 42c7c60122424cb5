import type { Question } from '../../../../../typings/documents'

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>

const blank: Question = { key: '', label: '', kind: 'TEXT', options: [], required: true }

/** Options are written a line each. */
const linesOf = (text: string): string[] =>
  [...new Set(text.split('\n').map(line => line.trim()))].filter(Boolean)

/** What is asked when signing up; events `change` with the question, `remove`, and `close`. */
Component({
  properties: { visible: Boolean, question: Object },
  data: { own: blank, optionText: '' },
  observers: {
    visible(visible: boolean) {
      if (!visible) return
      const own = this.data.question as Question
      this.setData({ own, optionText: own.options.join('\n') })
    },
  },
  methods: {
    tell(change: Partial<Question>) {
      const own = { ...this.data.own, ...change }
      this.data.own = own
      this.triggerEvent('change', { question: own })
    },
    onLabel(event: Typed) {
      this.tell({ label: event.detail.value })
    },
    onOptions(event: Typed) {
      this.tell({ options: linesOf(event.detail.value) })
    },
    onKind(event: WechatMiniprogram.TouchEvent<object, object, { kind: Question['kind'] }>) {
      this.tell({ kind: event.currentTarget.dataset.kind })
      this.setData({ own: this.data.own })
    },
    onRequired(event: WechatMiniprogram.CustomEvent<{ checked: boolean }>) {
      this.tell({ required: event.detail.checked })
      this.setData({ own: this.data.own })
    },
    onRemove() {
      this.triggerEvent('remove')
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
