import type { ComponentConfig } from './component-scan'

const APART = new Set(['isolated', 'apply-shared', 'page-isolated', 'page-apply-shared'])

/** Whether the classes of a component's own style sheet stay its own. A component is apart unless it says otherwise. */
export function isApart(config: ComponentConfig): boolean {
  return config.styleIsolation ? APART.has(config.styleIsolation) : config.component === true
}
