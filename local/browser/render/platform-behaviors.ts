import type { behavior, CodeSpace, glassEasel } from 'glass-easel-miniprogram-adapter'
import { fail } from './fail'

type Behavior = behavior.GeneralBehavior
const behaviors = new Map<string, Behavior>()

/** Behaviours that WeChat itself provides under `wx://`. */
export function definePlatformBehaviors(space: CodeSpace): void {
  const define = (name: string, definition: object) =>
    behaviors.set(name, space.behavior().definition(definition).register())
  define('wx://form-field', { properties: { name: String, value: null } })
  define('wx://form-field-button', {})
  define('wx://form-field-group', {})
  // `export` of a component works without it
  define('wx://component-export', {})
  define('wx://proxy-scroll-view', {})
}

/** What glass-easel asks of a component to know whether it is a form field. */
// the adapter keeps it out of its typings, but takes it itself for `hasBehavior`
export const formField = () =>
  (platformBehavior('wx://form-field') as unknown as { _$: glassEasel.GeneralBehavior })._$

export function platformBehavior(name: string): Behavior {
  return behaviors.get(name) ?? fail(`Behavior "${name}" is not provided in the browser`)
}
