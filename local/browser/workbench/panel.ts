import { element } from '../service/element'

/** A caption, an aside at its right, and what stands under them. */
export function panel(title: string, aside: Node | string, ...content: Node[]): HTMLElement {
  const heading = element('div', { class: 'caption' }, element('h2', {}, title), element('span', {}, aside))
  return element('section', { 'aria-label': title }, heading, ...content)
}
