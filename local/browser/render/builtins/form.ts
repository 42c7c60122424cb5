import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { formField } from '../platform-behaviors'
import type { Builtin, Control } from './builtin'

/** A tag or component with a value of its own under its `name`. */
interface Field {
  name: string
  value(): unknown
  reset(): void
}

export const form: Builtin = {
  properties: { reportSubmit: Boolean, reportSubmitTimeout: Number },
  methods: {
    submit(this: Control, from: Control) {
      const value = Object.fromEntries(fieldsIn(this).map(field => [field.name, field.value()]))
      this.triggerEvent('submit', {
        value,
        formId: '',
        target: { id: from.id, dataset: { ...from.dataset } },
      })
    },
    reset(this: Control) {
      for (const field of fieldsIn(this)) field.reset()
      this.triggerEvent('reset', {})
    },
  },
}

const fieldsIn = (self: Control): Field[] =>
  [...self.el.querySelectorAll('*')].flatMap(element => fieldOf(element) ?? [])

function fieldOf(element: Element): Field | undefined {
  const component = (element as Element & { __wxElement?: glassEasel.GeneralComponent }).__wxElement
  if (!component || !glassEasel.Component.isComponent(component)) return undefined
  const control = component.getMethodCaller() as unknown as Control
  const name = String(control.data?.name ?? '')
  if (!name) return undefined
  const { formValue, resetForm } = control
  if (typeof formValue === 'function')
    return {
      name,
      value: () => formValue.call(control),
      reset: () => (resetForm as () => void).call(control),
    }
  if (component.hasBehavior(formField()))
    return { name, value: () => control.data.value, reset: () => control.setData({ value: null }) }
  return undefined
}
