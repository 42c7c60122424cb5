import './phone-frame.css'
import { element } from '../service/element'
import type { View } from './view'

const FRAME_HEIGHT = 836

/** The phone: a document of its own, 375 × 812, that starts anew whenever the person or the font size changes. */
export class PhoneFrame {
  readonly #screen = element('iframe', { title: '手机' })
  readonly node = element('div', { class: 'phone' }, this.#screen)

  constructor() {
    const fit = () => {
      const room = innerHeight - 60
      this.node.style.setProperty('--scale', String(Math.min(1, room / FRAME_HEIGHT)))
    }
    addEventListener('resize', fit)
    fit()
  }

  start({ as }: View): void {
    // replace, not src: choosing a person is no step back in the browser's history
    const url = `/phone.html?${new URLSearchParams({ as })}`
    if (this.#screen.contentWindow) this.#screen.contentWindow.location.replace(url)
    else this.#screen.src = url
  }

  /** Chromium hands the frame's colour scheme down as what the phone's system prefers. */
  paint({ dark }: View): void {
    this.#screen.style.colorScheme = dark ? 'dark' : 'light'
  }
}
