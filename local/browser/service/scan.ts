import './scan.css'
import { asynchronous, Failure } from './asynchronous'
import { decodePicture } from './decode-picture'
import { drawing, element } from './element'
import type { Phone } from './phone'
import { codePath, isCodePath } from './printed-code'

/** A text from a picture or typed in, or the scene of a printed code. */
type Seen = { text: string } | { scene: string }

interface Scan {
  onlyFromCamera?: boolean
}

/** WeChat's scanner: a printed code beside the phone, a picture, or the code's text typed in. */
export function scan({ host, bridge, state }: Phone) {
  return asynchronous({
    async scanCode({ onlyFromCamera = false }: Scan) {
      const away = new AbortController()
      const seen = await new Promise<Seen | undefined>(resolve => {
        void bridge.scan(away.signal).then(scene => resolve({ scene }))
        const codes = bridge.codesBeside() ? [] : state.codes
        const screen = draw(codes, onlyFromCamera, resolve)
        host.layer.append(screen)
        away.signal.addEventListener('abort', () => screen.remove())
      })
      away.abort()
      if (!seen) throw new Failure('cancel')
      return answer(seen)
    },
  })
}

/** As documented: a code of this app answers with `path`, any other with its text in `result`. */
function answer(seen: Seen) {
  const text = 'scene' in seen ? codePath(seen.scene) : seen.text
  const rawData = btoa(String.fromCharCode(...new TextEncoder().encode(text)))
  return isCodePath(text)
    ? { result: '', path: text, scanType: 'WX_CODE', charSet: 'UTF-8', rawData }
    : { result: text, scanType: 'QR_CODE', charSet: 'UTF-8', rawData }
}

function draw(
  codes: Phone['state']['codes'],
  onlyFromCamera: boolean,
  see: (seen?: Seen) => void,
): HTMLElement {
  const say = element('p', { class: 'sys-scan-hint', role: 'status' })
  say.textContent = codes.length ? '点一个印好的码' : '点旁边印好的码，就像对准了它'
  const close = element('button', { type: 'button', class: 'sys-scan-close', 'aria-label': '关闭' })
  close.append(drawing('<path d="M5 5l14 14M19 5L5 19" stroke="currentColor" stroke-width="2"/>'))
  close.addEventListener('click', () => see())

  const picture = element('input', { type: 'file', accept: 'image/*', 'aria-label': '从相册选取' })
  picture.addEventListener('change', () => {
    const file = picture.files?.[0]
    if (!file) return
    decodePicture(file).then(
      text => see({ text }),
      (error: Error) => (say.textContent = error.message),
    )
  })
  const album = element('label', { class: 'sys-scan-album' }, picture, '相册')

  const typed = element('input', { type: 'text', placeholder: '或输入码的内容', 'aria-label': '码的内容' })
  const type = element('form', { class: 'sys-scan-type' }, typed, element('button', {}, '确定'))
  type.addEventListener('submit', event => {
    event.preventDefault()
    if (typed.value.trim()) see({ text: typed.value.trim() })
  })
  const tap = ({ title, note, scene }: (typeof codes)[number]) =>
    element('button', { type: 'button', click: () => see({ scene }) }, title, element('small', {}, note))
  const list = element('div', { class: 'sys-scan-codes' }, ...codes.map(tap))
  const foot = element('div', { class: 'sys-scan-foot' }, say, list, type)
  if (!onlyFromCamera) foot.append(album)
  const line = element('div', { class: 'sys-scan-line' })
  return element('section', { class: 'sys-scan', role: 'dialog', 'aria-label': '扫一扫' }, line, close, foot)
}
