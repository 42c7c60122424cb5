import { type Builtin, type Control, controlOf } from './builtin'

const CONTROLS = 'wx-checkbox,wx-radio,wx-switch,wx-button,wx-input,wx-textarea'
let nextId = 0

export const label: Builtin = {
  properties: { for: String },
  create(self) {
    self.el.addEventListener('click', event => {
      const target = controlFor(self)
      if (!target || (event.target as Element).closest(CONTROLS)) return
      const control = controlOf(target)
      if (target.matches('wx-button')) control.triggerEvent('tap', {}, { bubbles: true, composed: true })
      else if (target.matches('wx-input,wx-textarea')) control.inner?.focus()
      else control.inner?.click()
    })
  },
  attached(self) {
    // after the children, which give the control its name
    setTimeout(() => {
      self.el.id ||= `label-${nextId++}`
      const inner = controlFor(self)?.querySelector('input,textarea')
      if (inner && !inner.hasAttribute('aria-label')) inner.setAttribute('aria-labelledby', self.el.id)
    })
  },
}

function controlFor(self: Control): Element | null {
  if (!self.data.for) return self.el.querySelector(CONTROLS)
  const named = self._$.ownerShadowRoot?.querySelector(`#${String(self.data.for)}`)
  return (named?.$$ as unknown as Element | undefined) ?? null
}
