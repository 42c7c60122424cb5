import path from 'node:path'
import type { Plugin } from 'vite'
import { type AppConfig, readAppConfig } from './app-config'
import { type ComponentConfig, scanComponents } from './component-scan'
import { compileRegistry } from './registry'
import { adaptScript, resolveScript } from './script-modules'
import { SourceTree } from './source-tree'
import { compileTemplates } from './templates'

const VIRTUAL = ['virtual:miniprogram/registry', 'virtual:miniprogram/scripts'] as const

/** A Vite plugin that gives the unmodified sources of a mini-program at `root` to the renderer. */
export function miniprogram(options: { root: string }): Plugin {
  const root = path.resolve(options.root)
  let tree: SourceTree
  let app: AppConfig
  let components: Map<string, ComponentConfig>
  let idOfScript: Map<string, string>

  const scan = () => {
    tree = new SourceTree(root)
    app = readAppConfig(root)
    components = scanComponents(tree, app)
    idOfScript = new Map([...components.keys()].map(id => [tree.script(id) ?? id, id]))
  }

  const registry = () =>
    `export const registry = ${compileRegistry(tree, app, components)}\n` +
    `export const templates = ${compileTemplates(tree, components)}`

  const scripts = () =>
    [tree.script('app'), ...idOfScript.keys()].map(file => `import ${JSON.stringify(file)}`).join('\n')

  return {
    name: 'miniprogram',
    enforce: 'pre',
    buildStart: scan,
    resolveId(reference, importer) {
      if (VIRTUAL.some(name => name === reference)) return `\0${reference}`
      return importer ? resolveScript(tree, reference, importer) : undefined
    },
    load(id) {
      if (id === `\0${VIRTUAL[0]}`) return registry()
      if (id === `\0${VIRTUAL[1]}`) return scripts()
      return undefined
    },
    transform(code, id) {
      const file = id.split('?')[0] ?? id
      if (!/\.[jt]s$/.test(file) || !(file.startsWith(root) || file.includes('/miniprogram_dist/')))
        return undefined
      const component = idOfScript.get(file)
      // imports are hoisted, so this runs after them and right before the `Component()` of this very file
      const enter = component === undefined ? '' : `__enterComponent(${JSON.stringify(component)});`
      const changed = enter + (file.endsWith('.js') ? adaptScript(file, code) : code)
      return changed === code ? undefined : { code: changed, map: null }
    },
    handleHotUpdate({ file, server }) {
      if (!file.startsWith(root)) return undefined
      scan()
      for (const name of VIRTUAL) {
        const module = server.moduleGraph.getModuleById(`\0${name}`)
        if (module) server.moduleGraph.invalidateModule(module)
      }
      server.ws.send({ type: 'full-reload' })
      return []
    },
  }
}
