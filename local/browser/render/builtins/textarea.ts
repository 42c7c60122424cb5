import type { Builtin, Control } from './builtin'
import { createField, fieldMethods, fieldProperties, fieldUpdates, native } from './field'

export const textarea: Builtin = {
  properties: {
    ...fieldProperties,
    autoHeight: Boolean,
    fixed: Boolean,
    showConfirmBar: Boolean,
    disableDefaultPadding: Boolean,
  },
  create(self) {
    createField(self, 'textarea', value => value)
    native(self).addEventListener('input', () => fit(self))
    native(self).addEventListener('keydown', event => {
      const { key, isComposing } = event as KeyboardEvent
      if (
        key !== 'Enter' ||
        isComposing ||
        !['send', 'search', 'next', 'go', 'done'].includes(confirmType(self))
      )
        return
      event.preventDefault()
      self.triggerEvent('confirm', { value: native(self).value })
    })
  },
  update: {
    ...fieldUpdates,
    value: (self, value: never) => {
      fieldUpdates.value?.(self, value)
      fit(self)
    },
    autoHeight: fit,
  },
  attached: self => void setTimeout(() => fit(self)),
  methods: fieldMethods,
}

const confirmType = (self: Control) => String(self.data.confirmType ?? '')

/** `auto-height`: as high as its lines. */
function fit(self: Control): void {
  if (!self.data.autoHeight) return
  const control = native(self)
  self.el.style.height = '0px'
  const height = control.scrollHeight
  self.el.style.height = `${height}px`
  if (control.dataset.height === String(height)) return
  control.dataset.height = String(height)
  self.triggerEvent('linechange', {
    height,
    heightRpx: (height * 750) / innerWidth,
    lineCount: lines(control),
  })
}

function lines(control: HTMLElement): number {
  const lineHeight = parseFloat(getComputedStyle(control).lineHeight) || 20
  return Math.max(1, Math.round(control.scrollHeight / lineHeight))
}
