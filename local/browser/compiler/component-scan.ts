import type { AppConfig } from './app-config'
import type { SourceTree } from './source-tree'

/** A component's static configuration, with every reference turned into a path from the root. */
export interface ComponentConfig {
  component?: boolean
  usingComponents: Record<string, string>
  componentGenerics?: Record<string, true | { default?: string }>
  componentPlaceholder?: Record<string, string>
  styleIsolation?: string
  addGlobalClass?: boolean
  [windowSetting: string]: unknown
}

export const TAB_BAR = 'custom-tab-bar/index'

/** Every page and component that the app can reach. */
export function scanComponents(tree: SourceTree, app: AppConfig): Map<string, ComponentConfig> {
  const found = new Map<string, ComponentConfig>()

  const visit = (id: string, from: string) => {
    if (found.has(id)) return
    if (!tree.script(id)) throw new Error(`${from}: component "${id}" is not found`)
    const config = readConfig(tree, app, id)
    found.set(id, config)
    for (const used of Object.values(config.usingComponents)) visit(used.slice(1), `${id}.json`)
    for (const generic of Object.values(config.componentGenerics ?? {}))
      if (generic !== true && generic.default) visit(generic.default.slice(1), `${id}.json`)
  }

  if (app.tabBar?.custom) visit(TAB_BAR, 'app.json')
  for (const page of app.pages) visit(page, 'app.json')
  return found
}

function readConfig(tree: SourceTree, app: AppConfig, id: string): ComponentConfig {
  const own = tree.has(id, '.json') ? (JSON.parse(tree.read(id, '.json')) as Partial<ComponentConfig>) : {}
  const resolve = (from: string) => (reference: string) => '/' + tree.component(from, reference)
  const inherited = tree.isNpm(id) ? {} : mapValues(app.usingComponents ?? {}, resolve('app'))
  return {
    ...own,
    ...isolationInScript(tree, id),
    usingComponents: { ...inherited, ...mapValues(own.usingComponents ?? {}, resolve(id)) },
    componentGenerics: mapValues(own.componentGenerics ?? {}, generic =>
      generic === true || !generic.default ? generic : { default: resolve(id)(generic.default) },
    ),
  }
}

/** `options.styleIsolation` and `addGlobalClass` may stand in the script, but the style sheet is made before it runs. */
function isolationInScript(tree: SourceTree, id: string): Partial<ComponentConfig> {
  const extension = tree.has(id, '.ts') ? '.ts' : '.js'
  const script = tree.read(id, extension)
  const styleIsolation = /styleIsolation:\s*['"]([\w-]+)['"]/.exec(script)?.[1]
  if (styleIsolation) return { styleIsolation }
  return /addGlobalClass:\s*(true|!0)/.test(script) ? { addGlobalClass: true } : {}
}

function mapValues<A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
