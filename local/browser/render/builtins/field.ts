import { addInner, type Builtin, type Control } from './builtin'
import { placeholderUpdates, syncPlaceholder } from './placeholder'

type Native = HTMLInputElement | HTMLTextAreaElement

/** What `<input>` and `<textarea>` have in common. */
export const fieldProperties = {
  name: String,
  value: null,
  placeholder: String,
  placeholderStyle: String,
  placeholderClass: String,
  disabled: Boolean,
  maxlength: { type: Number, value: 140 },
  focus: Boolean,
  autoFocus: Boolean,
  cursor: { type: Number, value: -1 },
  selectionStart: { type: Number, value: -1 },
  selectionEnd: { type: Number, value: -1 },
  confirmType: String,
  confirmHold: Boolean,
  adjustPosition: Boolean,
  holdKeyboard: Boolean,
  cursorSpacing: Number,
}

export const native = (self: Control) => self.inner as Native

export function createField(
  self: Control,
  tag: 'input' | 'textarea',
  accept: (value: string) => string,
): void {
  const control = addInner(self, tag)
  control.autocomplete = 'off'
  control.addEventListener('input', event => {
    const composing = (event as InputEvent).isComposing
    const accepted = composing ? control.value : accept(control.value)
    if (accepted !== control.value) control.value = accepted
    typed(self)
  })
  control.addEventListener('focus', () => {
    moveCursor(self)
    self.triggerEvent('focus', { value: control.value, height: 0 })
  })
  control.addEventListener('blur', () =>
    self.triggerEvent('blur', { value: control.value, cursor: control.selectionStart }),
  )
}

function typed(self: Control): void {
  const control = native(self)
  setValue(self, control.value)
  const detail = { value: control.value, cursor: control.selectionStart ?? control.value.length, keyCode: 0 }
  // the answer of the listener, when it is one, takes the place of what was typed
  const handleListenerReturn = (answer: unknown) => {
    const value = typeof answer === 'string' ? answer : (answer as { value?: string } | undefined)?.value
    if (typeof value === 'string') setValue(self, value)
  }
  self.triggerEvent('input', detail, { handleListenerReturn })
}

function setValue(self: Control, value: string): void {
  self.setData({ value })
  syncPlaceholder(self)
}

function moveCursor(self: Control): void {
  const { cursor, selectionStart, selectionEnd } = self.data as Record<string, number>
  if ((selectionStart ?? -1) >= 0 && (selectionEnd ?? -1) >= 0)
    native(self).setSelectionRange(selectionStart ?? 0, selectionEnd ?? 0)
  else if ((cursor ?? -1) >= 0) native(self).setSelectionRange(cursor ?? 0, cursor ?? 0)
}

/** A page that is being opened is not shown yet, and what is not shown takes no focus. */
const focusSoon = (self: Control) => setTimeout(() => native(self).focus())

export const fieldUpdates: NonNullable<Builtin['update']> = {
  ...placeholderUpdates,
  value: (self, value: unknown) => {
    const text = value == null ? '' : String(value)
    if (native(self).value !== text) native(self).value = text
    syncPlaceholder(self)
  },
  disabled: (self, disabled: boolean) => void (native(self).disabled = disabled),
  maxlength: (self, length: number) => {
    if (length >= 0) native(self).maxLength = length
    else native(self).removeAttribute('maxlength')
  },
  focus: (self, focus: boolean) => {
    if (focus) focusSoon(self)
    else if (document.activeElement === self.inner) native(self).blur()
  },
  autoFocus: (self, focus: boolean) => {
    if (focus) focusSoon(self)
  },
  confirmType: (self, type: string) => void (native(self).enterKeyHint = type),
  ariaLabel: (self, label: unknown) => native(self).setAttribute('aria-label', String(label ?? '')),
}

export const fieldMethods: NonNullable<Builtin['methods']> = {
  formValue(this: Control) {
    return native(this).value
  },
  resetForm(this: Control) {
    setValue(this, '')
  },
}
