import './dialog.css'
import { element } from './element'

export interface DialogButton {
  text: string
  color?: string
  /** Set in WeChat's link blue, as the answer that goes on. */
  primary?: boolean
}

/** WeChat's centred dialog; resolves with the index of the button pressed. */
export function dialog(
  layer: HTMLElement,
  content: (Node | string)[],
  buttons: DialogButton[],
): Promise<number> {
  return new Promise(resolve => {
    const answer = (index: number) => {
      mask.remove()
      resolve(index)
    }
    const feet = buttons.map(({ text, color, primary }, index) => {
      const button = element('button', { type: 'button', click: () => answer(index) }, text)
      button.classList.toggle('sys-primary', Boolean(primary))
      if (color) button.style.color = color
      return button
    })
    const box = element('div', { class: 'sys-dialog', role: 'dialog', 'aria-modal': 'true' })
    box.append(...content, element('div', { class: 'sys-dialog-feet' }, ...feet))
    const mask = element('div', { class: 'sys-mask sys-centred' }, box)
    layer.append(mask)
    box.tabIndex = -1
    box.focus({ preventScroll: true })
  })
}
