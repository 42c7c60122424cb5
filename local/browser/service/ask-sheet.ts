import { element } from './element'
import { sheet } from './sheet'

interface Question {
  title: string
  note?: string
  items?: { text: string; note?: string }[]
  yes: string
  no: string
}

/** WeChat's sheet in which an app asks for leave; true when it is given. */
export async function ask(
  layer: HTMLElement,
  { title, note, items = [], yes, no }: Question,
): Promise<boolean> {
  const answer = await sheet<boolean>(layer, title, close => {
    const row = ({ text, note: aside = '' }: { text: string; note?: string }) =>
      element('div', { class: 'sys-ask-item' }, text, element('small', {}, aside))
    const feet = element(
      'div',
      { class: 'sys-ask-feet' },
      element('button', { type: 'button', click: () => close(false) }, no),
      element('button', { type: 'button', class: 'sys-primary', click: () => close(true) }, yes),
    )
    const body = element('div', { class: 'sys-ask' }, element('div', { class: 'sys-ask-app' }, '工家云'))
    body.append(element('h2', {}, title))
    if (note) body.append(element('p', {}, note))
    body.append(...items.map(row), feet)
    return [body]
  })
  return answer ?? false
}
