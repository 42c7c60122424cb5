import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { dispatch } from './events'
import { expectLongPress } from './gestures'
import { rpxToVw } from './rpx'
import { domTag } from './tags'

type DomElement = ReturnType<glassEasel.CurrentWindowBackendContext['document']['createElement']>

/** DOM events that WeChat has too and that no gesture makes. */
const NATIVE_EVENTS = new Set(['transitionend', 'animationstart', 'animationiteration', 'animationend'])

/** glass-easel's DOM backend with WeChat's tags, lengths and events instead of the browser's. */
export class PhoneBackend extends glassEasel.CurrentWindowBackendContext {
  private readonly sheets = new Set<string>()
  private readonly listening = new WeakMap<DomElement, Set<string>>()

  override document = {
    createTextNode: (text: string) => document.createTextNode(text) as unknown as DomElement,
    createDocumentFragment: () => document.createDocumentFragment() as unknown as DomElement,
    createElement: (tag: string) => withRpx(document.createElement(domTag(tag))) as unknown as DomElement,
  }

  override appendStyleSheetPath(path: string, scope?: number): number {
    if (this.sheets.has(path)) return 0
    this.sheets.add(path)
    return super.appendStyleSheetPath(path, scope)
  }

  override setListenerStats(element: DomElement, type: string): void {
    if (type === 'longpress') expectLongPress(element)
    if (!NATIVE_EVENTS.has(type)) return
    const types = this.listening.get(element) ?? new Set()
    this.listening.set(element, types)
    if (types.has(type)) return
    types.add(type)
    element.addEventListener(type, event => {
      if (event.target === event.currentTarget && element.__wxElement)
        dispatch(element.__wxElement, type, {}, { bubbles: true, composed: true, originalEvent: event })
    })
  }
}

function withRpx(element: HTMLElement): HTMLElement {
  const setAttribute = element.setAttribute.bind(element)
  element.setAttribute = (name, value) =>
    setAttribute(name, name === 'style' ? rpxToVw(String(value)) : value)
  return element
}
