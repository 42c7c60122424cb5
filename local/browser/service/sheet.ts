import './sheet.css'
import { element } from './element'

/**
 * A sheet from the bottom edge. `draw` gets a function that closes it with an answer; touching the mask closes it with
 * undefined.
 */
export function sheet<Answer>(
  layer: HTMLElement,
  label: string,
  draw: (close: (answer?: Answer) => void) => Node[],
): Promise<Answer | undefined> {
  return new Promise(resolve => {
    const close = (answer?: Answer) => {
      mask.remove()
      resolve(answer)
    }
    const box = element('div', {
      class: 'sys-sheet',
      role: 'dialog',
      'aria-modal': 'true',
      'aria-label': label,
    })
    const mask = element('div', {
      class: 'sys-mask',
      click: event => {
        if (event.target === mask) close()
      },
    })
    box.append(...draw(close))
    mask.append(box)
    layer.append(mask)
    box.tabIndex = -1
    box.focus({ preventScroll: true })
  })
}

/** The rows of an action sheet with their 取消 beneath; resolves with the row, or undefined. */
export function choose(
  layer: HTMLElement,
  rows: string[],
  { title = '', color = '' } = {},
): Promise<number | undefined> {
  return sheet<number>(layer, title || '请选择', close => {
    const row = (text: string, index?: number) => {
      const button = element('button', { type: 'button', class: 'sys-row', click: () => close(index) }, text)
      if (color && index !== undefined) button.style.color = color
      return button
    }
    const heading = title ? [element('p', { class: 'sys-sheet-title' }, title)] : []
    const gap = element('div', { class: 'sys-sheet-gap' })
    return [...heading, ...rows.map((text, index) => row(text, index)), gap, row('取消')]
  })
}
