import type { AppConfig } from './app-config'
import { type ComponentConfig, TAB_BAR } from './component-scan'
import { wordsOf } from './icon-font'
import type { SourceTree } from './source-tree'
import { isApart } from './style-scope'
import { compileStyleSheet } from './style-sheet'

/** What the renderer registers before any script runs: see `AppRegistry` in render/registry.ts. */
export function compileRegistry(
  tree: SourceTree,
  app: AppConfig,
  components: Map<string, ComponentConfig>,
): string {
  const icons = wordsOf(tree, components)
  const styles = [{ id: 'app', css: compileStyleSheet(tree, 'app', {}, icons) }]
  ;[...components].forEach(([id, config], index) => {
    const classPrefix = isApart(config) ? `s${index.toString(36)}` : undefined
    const page = config.component || id === TAB_BAR ? undefined : id
    styles.push({ id, css: compileStyleSheet(tree, id, { classPrefix, page }, icons), ...{ classPrefix } })
  })
  return JSON.stringify({ app, components: [...components], styles })
}
