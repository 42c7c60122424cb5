import { addInner, type Builtin, type Control } from './builtin'

export const switchTag: Builtin = {
  properties: { name: String, checked: Boolean, disabled: Boolean, color: String, type: String },
  create(self) {
    const control = addInner(self, 'input')
    control.type = 'checkbox'
    control.setAttribute('role', 'switch')
    control.addEventListener('change', () => {
      self.setData({ checked: control.checked })
      self.triggerEvent('change', { value: control.checked })
    })
  },
  update: {
    checked: ({ inner }, on: boolean) => void ((inner as HTMLInputElement).checked = on),
    disabled: ({ inner }, on: boolean) => void ((inner as HTMLInputElement).disabled = on),
    color: ({ inner }, color: string) =>
      void (inner as HTMLInputElement).style.setProperty('--switch-color', color),
    ariaLabel: ({ inner }, label: unknown) => label && inner?.setAttribute('aria-label', String(label)),
  },
  methods: {
    formValue(this: Control) {
      return this.data.checked
    },
    resetForm(this: Control) {
      this.setData({ checked: false })
    },
  },
}
