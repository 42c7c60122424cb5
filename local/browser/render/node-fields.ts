import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { fail } from './fail'

export interface Fields {
  id?: boolean
  dataset?: boolean
  mark?: boolean
  rect?: boolean
  size?: boolean
  scrollOffset?: boolean
  properties?: string[]
  computedStyle?: string[]
  context?: boolean
  node?: boolean
}

const rectOf = ({ left, top, right, bottom }: DOMRect) => ({ left, top, right, bottom })
const sizeOf = ({ width, height }: DOMRect) => ({ width, height })
const offsetOf = ({ scrollLeft, scrollTop, scrollWidth, scrollHeight }: HTMLElement) => ({
  scrollLeft,
  scrollTop,
  scrollWidth,
  scrollHeight,
})

/** What `fields()` documents, of one node. Lengths are CSS pixels from the top left of the window. */
export function readFields(node: glassEasel.Element, fields: Fields): Record<string, unknown> {
  const dom = node.$$ as unknown as HTMLElement
  const data = glassEasel.Component.isComponent(node) ? (node.data as Record<string, unknown>) : {}
  const style = fields.computedStyle && getComputedStyle(dom)
  if (fields.context) fail('NodesRef.context is not provided in the browser')
  return {
    ...(fields.id && { id: node.id }),
    ...(fields.dataset && { dataset: { ...node.dataset } }),
    ...(fields.mark && { mark: node.collectMarks() }),
    ...(fields.rect && rectOf(dom.getBoundingClientRect())),
    ...(fields.size && sizeOf(dom.getBoundingClientRect())),
    ...(fields.scrollOffset && offsetOf(dom)),
    ...(fields.node && { node: nativeNode(node) }),
    ...Object.fromEntries(fields.properties?.map(name => [name, data[name]]) ?? []),
    ...Object.fromEntries(
      fields.computedStyle?.map(name => [name, style?.getPropertyValue(kebab(name))]) ?? [],
    ),
  }
}

export function readViewport(scroller: HTMLElement | undefined, fields: Fields): Record<string, unknown> {
  const { clientWidth: width, clientHeight: height } = document.documentElement
  return {
    ...(fields.id && { id: '' }),
    ...(fields.dataset && { dataset: {} }),
    ...(fields.rect && { left: 0, top: 0, right: width, bottom: height }),
    ...(fields.size && { width, height }),
    ...(fields.scrollOffset && scroller && offsetOf(scroller)),
  }
}

/** A built-in tag's own object: the canvas of `<canvas>`, the scroller of `<scroll-view>`. */
function nativeNode(node: glassEasel.Element): unknown {
  const { native } =
    (node as unknown as { getMethodCaller?(): { native?: unknown } }).getMethodCaller?.() ?? {}
  return native ?? null
}

const kebab = (name: string) => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
