import { currentHost } from '../current-host'
import { fail } from '../fail'
import { type Builtin, type Control, controlOf, setAttribute } from './builtin'
import { followHover, hoverProperties } from './hover'

const reflect = (name: string) => (self: Control, value: unknown) => setAttribute(self, name, value)

export const button: Builtin = {
  properties: {
    ...hoverProperties({ hoverClass: 'button-hover', start: 20, stay: 70 }),
    size: { type: String, value: 'default' },
    type: { type: String, value: 'default' },
    plain: Boolean,
    disabled: Boolean,
    loading: Boolean,
    formType: String,
    openType: String,
    ariaRole: { type: null, value: 'button' },
  },
  create(self) {
    followHover(self)
    self.el.addEventListener('click', () => {
      if (!self.data.disabled) press(self)
    })
  },
  update: {
    size: reflect('size'),
    type: reflect('type'),
    plain: reflect('plain'),
    loading: reflect('loading'),
    disabled: (self, disabled: boolean) => {
      setAttribute(self, 'disabled', disabled)
      setAttribute(self, 'aria-disabled', disabled ? 'true' : null)
    },
  },
}

function press(self: Control): void {
  const { formType, openType } = self.data
  if (formType === 'submit' || formType === 'reset') {
    const form = self.el.closest('wx-form')
    if (form) (controlOf(form)[formType] as (from: Control) => void)(self)
  }
  if (openType) ask(self, String(openType))
}

function ask(self: Control, type: string): void {
  const answer = currentHost().openType ?? fail(`<button open-type="${type}"> is not provided in the browser`)
  answer(type, {
    element: self.el,
    dataset: { ...self.dataset },
    trigger: (event, detail) => self.triggerEvent(event, detail),
  })
}
