import { rpxToVw } from '../rpx'
import type { Builtin, Control } from './builtin'

/**
 * The browser can style a placeholder only by a style sheet; `placeholder-style` and `placeholder-class` need an element.
 * The browser's own stays, transparent, for the accessible name.
 */
const drawn = new WeakMap<Control, HTMLElement>()

function elementFor(self: Control): HTMLElement {
  const existing = drawn.get(self)
  if (existing) return existing
  const element = document.createElement('div')
  element.setAttribute('aria-hidden', 'true')
  element.className = 'input-placeholder'
  self.el.append(element)
  drawn.set(self, element)
  return element
}

export function syncPlaceholder(self: Control): void {
  const control = self.inner as HTMLInputElement
  elementFor(self).hidden = control.value !== ''
}

export const placeholderUpdates: NonNullable<Builtin['update']> = {
  placeholder: (self, text: string) => {
    ;(self.inner as HTMLInputElement).placeholder = text
    elementFor(self).textContent = text
  },
  placeholderStyle: (self, style: string) => void (elementFor(self).style.cssText = rpxToVw(style)),
  placeholderClass: (self, names: string) => {
    elementFor(self).className = ['input-placeholder', ...scoped(self, names)].join(' ')
  },
}

/** Class names as the style sheet of the component that wrote the tag knows them. */
function scoped(self: Control, names: string): string[] {
  const owner = self._$.ownerShadowRoot?.getHostNode()
  const { styleScope } = owner?.getComponentOptions() ?? {}
  const scopes = owner?.getRootBehavior().ownerSpace?.styleScopeManager
  const prefix = styleScope == null ? '' : scopes?.queryName(styleScope)
  const list = names.split(/\s+/).filter(Boolean)
  return prefix ? [...list, ...list.map(name => `${prefix}--${name}`)] : list
}
