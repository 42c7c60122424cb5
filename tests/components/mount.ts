import path from 'node:path'
import * as simulate from 'miniprogram-simulate'
import './stubs'

/**
 * One of our components, as it lies in miniprogram/, under WeChat's test tool: the tool requires the TypeScript (jest
 * transforms it), compiles the WXML with WeChat's own compiler and draws into jsdom.
 */
const app = path.resolve(__dirname, '../../miniprogram')

export type Mounted = ReturnType<typeof attach>

/** `name` is that of a component of the main package, or the folder of another below miniprogram/. */
function load(name: string): string {
  const folder = name.includes('/') ? name : path.join('components', name)
  const tag = path.basename(name)
  let id = ''
  // requiring a component's file is what registers it; a second time jest would answer from its registry
  jest.isolateModules(() => {
    id = simulate.load(path.join(app, folder, tag), tag, { rootPath: app })
  })
  return id
}

function attach(
  id: simulate.ComponentId<object, Record<string, never>, Record<string, never>>,
  properties: object,
) {
  const mounted = simulate.render(id, properties)
  mounted.attach(document.body)
  return mounted
}

export const mount = (name: string, properties: object = {}): Mounted => attach(load(name), properties)

/** The component with something in its slot: `<tick-box>同意</tick-box>`. */
export const mountFilled = (name: string, template: string): Mounted =>
  attach(simulate.load({ template, usingComponents: { [name]: load(name) } }), {})

/** What a person reads; also of the components inside. */
export const textOf = (mounted: Mounted): string =>
  (drawn(mounted).textContent ?? '').replace(/\s+/g, ' ').trim()

/** The elements of this class name, in the component and in those inside. */
export const parts = (mounted: Mounted, className: string): Element[] =>
  [...drawn(mounted).querySelectorAll('*')].filter(element =>
    [...element.classList].some(prefixed => prefixed.endsWith(`--${className}`)),
  )

/** A finger down and up on the `nth` of them, from 0. */
export async function tap(mounted: Mounted, className: string, nth = 0): Promise<void> {
  const target = parts(mounted, className)[nth]
  if (!target) throw new Error(`no ${className} ${nth}`)
  const touch = new Touch({ identifier: 0, target })
  target.dispatchEvent(new TouchEvent('touchstart', { bubbles: true, touches: [touch] }))
  target.dispatchEvent(new TouchEvent('touchend', { bubbles: true, changedTouches: [touch] }))
  await simulate.sleep(0)
}

/** The details of the events of this type that the component tells from now on. */
export function told(mounted: Mounted, type: string): unknown[] {
  const details: unknown[] = []
  // the tool's README has it, its typings do not
  const source = mounted as unknown as {
    addEventListener(type: string, hear: (event: { detail: unknown }) => void): void
  }
  source.addEventListener(type, ({ detail }) => void details.push(detail))
  return details
}

type Attributes = Record<string, unknown>

/** What the templates hand to the platform's elements; the document does not hold it. */
export const attributes = (mounted: Mounted): Attributes[] => attributesFrom(mounted.toJSON())

/** What a screen reader is told of each element of this role. */
export const spoken = (mounted: Mounted, role: string): Attributes[] =>
  attributes(mounted).filter(({ ariaRole }) => ariaRole === role)

function attributesFrom(node: simulate.ComponentJSON | string): Attributes[] {
  if (typeof node === 'string') return []
  const own = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value as unknown]))
  return [own, ...node.children.flatMap(attributesFrom)]
}

/** A tag that nobody registered is drawn empty and without a word: here it is an error. */
function drawn(mounted: Mounted): HTMLElement {
  const dom = mounted.dom as HTMLElement
  for (const element of dom.querySelectorAll<HTMLElement & { __wxElement: { is: string } }>('*'))
    if (!element.__wxElement.is) throw new Error(`<${element.localName}> is no component`)
  return dom
}
