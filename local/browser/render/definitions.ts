import type { behavior, CodeSpace } from 'glass-easel-miniprogram-adapter'
import { appInstance, defineApp } from './app-instance'
import { platformBehavior } from './platform-behaviors'

interface Definition {
  behaviors?: (string | behavior.GeneralBehavior)[]
  [field: string]: unknown
}

/** The globals a mini-program script defines itself with. The compiler calls `__enterComponent` before each of them. */
export function defineGlobals(space: CodeSpace): void {
  let entered = ''
  Object.assign(globalThis, {
    __enterComponent: (id: string) => {
      entered = id
    },
    Component: (definition: Definition) =>
      space.component(entered).definition(resolved(definition)).register(),
    Page: (definition: Definition) =>
      space.component(entered).pageDefinition(resolved(definition)).register(),
    Behavior: (definition: Definition) => space.behavior().definition(resolved(definition)).register(),
    App: defineApp,
    getApp: appInstance,
  })
}

const resolved = (definition: Definition) => ({
  ...definition,
  behaviors: definition.behaviors?.map(each => (typeof each === 'string' ? platformBehavior(each) : each)),
})
