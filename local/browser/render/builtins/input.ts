import type { Builtin, Control } from './builtin'
import { createField, fieldMethods, fieldProperties, fieldUpdates, native } from './field'

/** Characters that the keyboard of each type does not offer. */
const REFUSED: Record<string, RegExp> = { number: /\D/g, digit: /[^\d.]/g, idcard: /[^\dxX]/g }
const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal' }

export const input: Builtin = {
  properties: { ...fieldProperties, type: { type: String, value: 'text' }, password: Boolean },
  create(self) {
    createField(self, 'input', value => value.replace(REFUSED[String(self.data.type)] ?? /$^/, ''))
    native(self).addEventListener('keydown', event => {
      const key = event as KeyboardEvent
      if (key.key !== 'Enter' || key.isComposing) return
      self.triggerEvent('confirm', { value: native(self).value })
      if (!self.data.confirmHold) native(self).blur()
    })
  },
  update: {
    ...fieldUpdates,
    type: (self, type: string) => void (native(self).inputMode = KEYBOARDS[type] ?? 'text'),
    password: (self: Control, hidden: boolean) =>
      void ((native(self) as HTMLInputElement).type = hidden ? 'password' : 'text'),
  },
  methods: fieldMethods,
}
