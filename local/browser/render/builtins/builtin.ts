import type { CodeSpace, glassEasel } from 'glass-easel-miniprogram-adapter'
import { ariaProperties, ariaUpdates } from './aria'
import type { BuiltinTag } from '../tags'
import { applyAnimation } from '../animation'

/** An instance of a built-in tag. */
export interface Control {
  data: Record<string, unknown>
  setData(data: Record<string, unknown>): void
  triggerEvent(name: string, detail?: unknown, options?: object): void
  id: string
  dataset: Record<string, unknown>
  /** The DOM element of the tag. */
  el: HTMLElement
  /** A control of the browser inside it, for tags that need one. */
  inner?: HTMLElement
  /** What `NodesRef.node()` answers. */
  native?: unknown
  _$: glassEasel.GeneralComponent
  [method: string]: unknown
}

export interface Builtin {
  properties?: Record<string, unknown>
  /** Runs once, before any property has a value. */
  create?(self: Control): void
  /** Runs with each property's value when the tag is attached, and at each change. */
  update?: Record<string, (self: Control, value: never) => void>
  attached?(self: Control): void
  detached?(self: Control): void
  methods?: Record<string, (this: Control, ...args: never[]) => unknown>
}

const COMMON = { hidden: Boolean, animation: null }
const COMMON_UPDATES: Builtin['update'] = {
  hidden: ({ el }, hidden: boolean) => {
    el.hidden = hidden
  },
  animation: ({ el }, animation: unknown) => applyAnimation(el, animation),
}

export function defineBuiltin(space: CodeSpace, tag: BuiltinTag, builtin: Builtin): void {
  const update = { ...COMMON_UPDATES, ...ariaUpdates, ...builtin.update }
  const apply = (self: Control, name: string) => update[name]?.(self, self.data[name] as never)
  const observers = Object.fromEntries(
    Object.keys(update).map(name => [
      name,
      function (this: Control) {
        if (this.el) apply(this, name)
      },
    ]),
  )
  const definition = space.component(`wx/${tag}`).definition({
    properties: { ...COMMON, ...ariaProperties, ...builtin.properties },
    observers,
    methods: builtin.methods ?? {},
    lifetimes: {
      created(this: Control) {
        this.el = this._$.getBackendElement() as unknown as HTMLElement
        builtin.create?.(this)
      },
      attached(this: Control) {
        for (const name of Object.keys(update)) apply(this, name)
        builtin.attached?.(this)
      },
      detached(this: Control) {
        builtin.detached?.(this)
      },
    },
  })
  const component = (definition.register() as unknown as { _$: glassEasel.GeneralComponentDefinition })._$
  space.getComponentSpace().setGlobalUsingComponent(tag, component)
}

/** Puts a control of the browser's own inside the tag. */
export function addInner<K extends keyof HTMLElementTagNameMap>(
  self: Control,
  tag: K,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  self.el.append(element)
  self.inner = element
  return element
}

export function setAttribute({ el }: Control, name: string, value: unknown): void {
  if (value === false || value == null || value === '') el.removeAttribute(name)
  else el.setAttribute(name, value === true ? '' : String(value))
}

/** The instance behind a DOM element of a built-in tag. */
export function controlOf(element: Element): Control {
  const component = (element as Element & { __wxElement?: glassEasel.GeneralComponent }).__wxElement
  return component?.getMethodCaller() as unknown as Control
}
