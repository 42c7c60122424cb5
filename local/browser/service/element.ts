type Attributes = Record<string, string | boolean | ((event: Event) => void) | undefined>

/** A DOM element: functions become listeners, `true` an empty attribute, `false` and undefined none. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value)
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value)
  }
  made.append(...children)
  return made
}

/** A drawing of our own, from constant markup inside a square of `size` units. */
export function drawing(markup: string, size = 24): SVGSVGElement {
  const holder = document.createElement('div')
  holder.innerHTML = `<svg viewBox="0 0 ${size} ${size}" aria-hidden="true" fill="none">${markup}</svg>`
  return holder.firstElementChild as SVGSVGElement
}
