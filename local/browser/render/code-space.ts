import { type AssociatedBackend, type CodeSpace, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { PhoneBackend } from './backend'
import { defineBuiltins } from './builtins/all'
import { definePlatformBehaviors } from './platform-behaviors'
import { triggerReadyIn } from './ready-queue'
import type { AppRegistry, Templates } from './registry'

/** Everything but the scripts, registered in the order glass-easel wants: built-in tags, then what components refer to. */
export function createCodeSpace(
  { components, styles }: AppRegistry,
  templates: Templates,
): { backend: AssociatedBackend; space: CodeSpace } {
  const environment = new MiniProgramEnv()
  const backend = environment.associateBackend(new PhoneBackend())
  const space = environment.createCodeSpace('', true)
  defineBuiltins(space)
  definePlatformBehaviors(space)
  triggerReadyIn(space)
  for (const { id, css, classPrefix } of styles) {
    backend.registerStyleSheetContent(id, css)
    space.addStyleSheet(id, id, classPrefix)
  }
  for (const [id, config] of components) {
    space.addComponentStaticConfig(id, config as never)
    const content = templates[id]
    if (content) space.addCompiledTemplate(id, { groupList: templates, content } as never)
  }
  return { backend, space }
}
