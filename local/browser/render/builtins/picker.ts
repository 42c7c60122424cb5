import { fail } from '../fail'
import type { Builtin, Control } from './builtin'

type Native = HTMLSelectElement | HTMLInputElement

/** A transparent control of the browser's over the picker's content; it opens the browser's own picker. */
export const picker: Builtin = {
  properties: {
    name: String,
    mode: { type: String, value: 'selector' },
    range: Array,
    rangeKey: String,
    value: null,
    start: String,
    end: String,
    fields: String,
    headerText: String,
    disabled: Boolean,
  },
  attached(self) {
    const control = nativeFor(self)
    control.className = 'picker-native'
    self.inner = control
    self.el.append(control)
    control.addEventListener('change', () => {
      const value = self.data.mode === 'selector' ? Number(control.value) : control.value
      self.setData({ value })
      self.triggerEvent('change', { value })
    })
    // a click on its text would only put the cursor there
    control.addEventListener('click', () => {
      if (control instanceof HTMLInputElement) control.showPicker()
    })
    refresh(self)
  },
  update: {
    range: refresh,
    rangeKey: refresh,
    value: refresh,
    start: refresh,
    end: refresh,
    disabled: refresh,
  },
  methods: {
    formValue(this: Control) {
      return this.data.value
    },
    resetForm(this: Control) {
      this.setData({ value: this.data.mode === 'selector' ? 0 : '' })
    },
  },
}

function nativeFor({ data }: Control): Native {
  if (data.mode === 'selector') return document.createElement('select')
  if (data.mode !== 'date' && data.mode !== 'time')
    fail(`<picker mode="${String(data.mode)}"> is not provided in the browser`)
  const control = document.createElement('input')
  control.type = data.fields === 'month' ? 'month' : String(data.mode)
  return control
}

function refresh(self: Control): void {
  const control = self.inner as Native | undefined
  if (!control) return
  const { range, rangeKey, value, start, end, disabled } = self.data
  control.disabled = Boolean(disabled)
  if (control instanceof HTMLSelectElement) {
    const texts = (range as unknown[]).map(item =>
      String(rangeKey ? (item as Record<string, unknown>)[String(rangeKey)] : item),
    )
    control.replaceChildren(...texts.map((text, index) => new Option(text, String(index))))
  } else {
    control.min = String(start ?? '')
    control.max = String(end ?? '')
  }
  control.value = String(value ?? '')
}
