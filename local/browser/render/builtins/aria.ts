import type { Builtin, Control } from './builtin'

const STATES = [
  'label',
  'hidden',
  'checked',
  'selected',
  'disabled',
  'expanded',
  'pressed',
  'live',
  'modal',
  'haspopup',
  'current',
  'busy',
  'atomic',
  'required',
  'invalid',
  'readonly',
  'level',
  'valuenow',
  'valuemin',
  'valuemax',
  'valuetext',
  'roledescription',
  'labelledby',
  'describedby',
  'controls',
  'orientation',
  'multiselectable',
]

/** `aria-*` and the roles go to the DOM as they are, for assistive technology and for tests. */
export const ariaProperties: Record<string, unknown> = { role: null, ariaRole: null }
export const ariaUpdates: NonNullable<Builtin['update']> = {
  role: (self, role: unknown) => setAria(self, 'role', role || self.data.ariaRole),
  ariaRole: (self, role: unknown) => setAria(self, 'role', role || self.data.role),
}

for (const state of STATES) {
  const property = `aria${state.charAt(0).toUpperCase()}${state.slice(1)}`
  ariaProperties[property] = null
  ariaUpdates[property] = (self, value: unknown) => setAria(self, `aria-${state}`, value)
}

function setAria({ el }: Control, name: string, value: unknown): void {
  if (value == null || value === '') el.removeAttribute(name)
  else el.setAttribute(name, String(value))
}
