import { rpxToVw } from '../rpx'
import type { Builtin } from './builtin'

interface RichNode {
  type?: 'node' | 'text'
  name?: string
  attrs?: Record<string, string>
  children?: RichNode[]
  text?: string
}

const TAGS = new Set(
  'a abbr b br code div em h1 h2 h3 h4 h5 h6 hr i img ins label li ol p pre q s small span strong sub sup table tbody td tfoot th thead tr u ul'.split(
    ' ',
  ),
)
const ATTRIBUTES = new Set(['class', 'style', 'src', 'alt', 'width', 'height', 'colspan', 'rowspan'])

/** Shows nodes or their HTML; tags and attributes that WeChat does not trust are left out. */
export const richText: Builtin = {
  properties: { nodes: null, space: String, userSelect: Boolean },
  update: {
    nodes: ({ el }, nodes: unknown) => {
      const list = typeof nodes === 'string' ? parse(nodes) : ((nodes ?? []) as RichNode[])
      el.replaceChildren(...list.flatMap(build))
    },
  },
}

function build({ type, name = '', attrs = {}, children = [], text = '' }: RichNode): Node[] {
  if (type === 'text') return [document.createTextNode(text)]
  const tag = name.toLowerCase()
  if (!TAGS.has(tag)) return []
  const element = document.createElement(tag)
  for (const [key, value] of Object.entries(attrs))
    if (ATTRIBUTES.has(key)) element.setAttribute(key, key === 'style' ? rpxToVw(value) : value)
  element.append(...children.flatMap(build))
  return [element]
}

function parse(html: string): RichNode[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return [...body.childNodes].flatMap(read)
}

function read(node: Node): RichNode[] {
  if (node instanceof Text) return [{ type: 'text', text: node.data }]
  if (!(node instanceof Element)) return []
  const attrs = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]))
  return [{ name: node.localName, attrs, children: [...node.childNodes].flatMap(read) }]
}
