import { addInner, type Builtin, type Control, controlOf } from './builtin'

/** `<checkbox>` and `<radio>`: a control of the browser, and a change event that the group around it fires. */
export const choice = (type: 'checkbox' | 'radio'): Builtin => ({
  properties: { value: null, checked: Boolean, disabled: Boolean, color: String },
  create(self) {
    const control = addInner(self, 'input')
    control.type = type
    // a name of its own: the browser must not pair it with the radios of another group
    control.name = Math.random().toString(36)
    self.el.prepend(control)
    control.addEventListener('change', () => {
      self.setData({ checked: control.checked })
      const group = self.el.closest(`wx-${type}-group`)
      if (group) (controlOf(group).choose as (chosen: Control) => void)(self)
    })
  },
  update: {
    checked: ({ inner }, on: boolean) => void ((inner as HTMLInputElement).checked = on),
    disabled: ({ inner }, on: boolean) => void ((inner as HTMLInputElement).disabled = on),
    color: ({ inner }, color: string) =>
      void (inner as HTMLInputElement).style.setProperty('accent-color', color),
    ariaLabel: ({ inner }, label: unknown) => label && inner?.setAttribute('aria-label', String(label)),
  },
})

export const choiceGroup = (type: 'checkbox' | 'radio'): Builtin => ({
  properties: { name: String },
  methods: {
    choose(this: Control, chosen: Control) {
      if (type === 'radio')
        for (const other of choices(this, type)) if (other !== chosen) other.setData({ checked: false })
      this.triggerEvent('change', { value: groupValue(this, type) })
    },
    formValue(this: Control) {
      return groupValue(this, type)
    },
    resetForm(this: Control) {
      for (const each of choices(this, type)) each.setData({ checked: false })
    },
  },
})

const choices = (self: Control, type: string) =>
  [...self.el.querySelectorAll(`wx-${type}`)].map(element => controlOf(element))

function groupValue(self: Control, type: string): unknown {
  const values = choices(self, type)
    .filter(each => each.data.checked)
    .map(each => each.data.value)
  return type === 'radio' ? (values[0] ?? '') : values
}
