import { readFileSync } from 'node:fs'
import path from 'node:path'
import { MiniProgramEnv, Root, glassEasel } from 'glass-easel-miniprogram-adapter'
import { TmplGroup } from 'glass-easel-template-compiler'

/**
 * Renders one of our components with WeChat's own framework and no document: miniprogram-simulate needs a browser's.
 * TDesign's components are stubbed by a tag that shows its slot.
 */
const app = path.resolve(__dirname, '../../miniprogram')

/** What our templates hand to TDesign's button: an unknown property would be warned of. */
const STUB = {
  properties: {
    size: String,
    theme: String,
    variant: String,
    block: Boolean,
    disabled: Boolean,
    loading: Boolean,
  },
}

interface Shown {
  text(): string
  /** Taps the element whose class list has this name; `nth` from 0. */
  tap(className: string, nth?: number): void
  events: { type: string; detail: unknown }[]
}

type Walk = glassEasel.Node

export function render(name: string, properties: Record<string, unknown>): Shown {
  const env = new MiniProgramEnv()
  const space = env.createCodeSpace('', true)
  const group = new TmplGroup()
  const ids: string[] = []
  const configs = new Map<string, Record<string, string>>()

  const add = (id: string) => {
    if (configs.has(id)) return
    const own = id.startsWith('components/')
    const json = own ? JSON.parse(readFileSync(path.join(app, `${id}.json`), 'utf8')) : {}
    const using: Record<string, string> = own
      ? { 'g-icon': '/components/icon/icon', ...json.usingComponents }
      : {}
    configs.set(id, using)
    group.addTmpl(id, own ? readFileSync(path.join(app, `${id}.wxml`), 'utf8') : '<slot />')
    for (const used of Object.values(using)) add(used.replace(/^\//, ''))
    ids.push(id)
  }
  const start = `components/${name}/${name}`
  add(start)
  const groups = new Function(`return ${group.getTmplGenObjectGroups()}`)() as Record<string, never>
  group.free()

  for (const id of ids) {
    space.addComponentStaticConfig(id, {
      component: true,
      usingComponents: Object.fromEntries(
        Object.entries(configs.get(id) ?? {}).map(([tag, used]) => [tag, `/${used.replace(/^\//, '')}`]),
      ),
    })
    space.addCompiledTemplate(id, { groupList: groups, content: groups[id]! } as never)
    if (!id.startsWith('components/')) space.component(id).definition(STUB).register()
    else {
      Object.assign(globalThis, {
        Component: (definition: object) => space.component(id).definition(definition).register(),
      })
      jest.isolateModules(() => void require(path.join(app, `${id}.ts`)))
    }
  }

  // the adapter's own code makes roots this way; its typings keep the constructor to themselves
  const RootOf = Root as unknown as new (backend: object, tag: string, space: object, id: string) => Root
  const root = new RootOf(new glassEasel.EmptyBackendContext(), 'body', space, start)
  const component = root.getComponent() as unknown as glassEasel.GeneralComponent
  const events: Shown['events'] = []
  for (const type of ['choose', 'change', 'close', 'call', 'retry', 'back', 'act'])
    component.addListener(type, event => void events.push({ type, detail: event.detail }))
  root.get().setData(properties)
  glassEasel.Element.pretendAttached(component)
  return {
    events,
    text: () => textOf(component).replace(/\s+/g, ' ').trim(),
    tap(className, nth = 0) {
      const found = elements(component).filter(element => element.class.split(/\s+/).includes(className))[nth]
      if (!found) throw new Error(`no element of class ${className}`)
      const tap = new glassEasel.Event('tap', {}, { bubbles: true, composed: true })
      glassEasel.Event.dispatchEvent(found, tap)
    },
  }
}

const children = (node: Walk): Walk[] =>
  node instanceof glassEasel.TextNode ? [] : [...(node as glassEasel.Element).iterateComposedChild()]

const textOf = (node: Walk): string =>
  node instanceof glassEasel.TextNode ? node.textContent : children(node).map(textOf).join('')

const elements = (node: Walk): glassEasel.Element[] => [
  ...(node instanceof glassEasel.TextNode ? [] : [node as glassEasel.Element]),
  ...children(node).flatMap(elements),
]
