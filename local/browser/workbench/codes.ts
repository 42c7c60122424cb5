import './codes.css'
import { create } from 'qrcode'
import { drawing, element } from '../service/element'
import type { PrintedCode } from '../service/local-cloud'
import { codePath } from '../service/printed-code'
import { panel } from './panel'

const HINT = '点一下，就像用手机扫'
const WAITING = '手机正在扫码，点一个'

/** Posters and door signs lying beside the phone. */
export function codes(show: (scene: string) => void) {
  const hint = element('span', { role: 'status' }, HINT)
  const list = element('div', { class: 'codes' })
  return {
    node: panel('印好的码', hint, list),
    list(all: PrintedCode[]) {
      list.replaceChildren(...all.map(code => card(code, show)))
    },
    wait(waiting: boolean) {
      hint.textContent = waiting ? WAITING : HINT
      list.classList.toggle('waiting', waiting)
    },
  }
}

function card(code: PrintedCode, show: (scene: string) => void): HTMLElement {
  const click = () => show(code.scene)
  const label = `扫 ${code.title}${code.note}`
  const words = [element('b', {}, code.title), element('small', {}, code.note)]
  return element(
    'button',
    { type: 'button', class: 'card', 'aria-label': label, click },
    picture(code),
    ...words,
  )
}

/** One path, row by row; level M as on the printed posters. */
function picture(code: PrintedCode): SVGSVGElement {
  const { size, data } = create(codePath(code.scene), { errorCorrectionLevel: 'M' }).modules
  const squares = Array.from(data, (dark, at) =>
    dark ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : '',
  )
  return drawing(`<path d="${squares.join('')}" fill="#1f2329" shape-rendering="crispEdges"/>`, size)
}
