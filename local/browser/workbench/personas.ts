import './personas.css'
import { drawing, element } from '../service/element'
import type { Persona } from '../service/local-cloud'
import { panel } from './panel'

const TICK = '<path d="M5 12.500l4.800 4.800L19.500 7.500" stroke="currentColor" stroke-width="2"/>'

/** Who holds the phone. */
export function personas(all: Persona[], choose: (persona: Persona) => void) {
  const rows = new Map(all.map(persona => [persona.key, row(persona, () => choose(persona))]))
  const list = element('ul', { class: 'card personas' })
  list.append(...[...rows.values()].map(button => element('li', {}, button)))
  return {
    node: panel('身份', '', list),
    mark(as: string) {
      for (const [key, button] of rows) button.setAttribute('aria-pressed', String(key === as))
    },
  }
}

function row({ name, note }: Persona, click: () => void): HTMLButtonElement {
  const face = element('span', { class: 'face', 'aria-hidden': 'true' }, name.slice(0, 1))
  const words = [element('b', {}, name), element('small', {}, note)]
  return element('button', { type: 'button', click }, face, ...words, drawing(TICK))
}
