import { rpxToVw } from './rpx'

type Argument = string | number

interface Option {
  duration: number
  timingFunction: string
  delay: number
  transformOrigin: string
}

/** One `step()`: what changes together, and how. */
interface Action {
  animates: { type: string; args: Argument[] }[]
  option: Option
}

const TRANSFORMS =
  'matrix matrix3d rotate rotate3d rotateX rotateY rotateZ scale scale3d scaleX scaleY scaleZ skew skewX skewY translate translate3d translateX translateY translateZ'.split(
    ' ',
  )
const STYLES = 'opacity backgroundColor width height left right top bottom'.split(' ')
const DEFAULTS: Option = { duration: 400, timingFunction: 'linear', delay: 0, transformOrigin: '50% 50% 0' }

type Animation = {
  step(option?: Partial<Option>): Animation
  export(): { actions: Action[] }
} & { [change: string]: (...args: Argument[]) => Animation }

/** `wx.createAnimation`: collects changes; `export` hands over the finished steps and forgets them. */
export function createAnimation(defaults: Partial<Option> = {}): Animation {
  let animates: Action['animates'] = []
  let actions: Action[] = []
  const collect =
    (type: string) =>
    (...args: Argument[]) => {
      animates.push({ type, args })
      return animation
    }
  const changes = Object.fromEntries([...TRANSFORMS, ...STYLES].map(type => [type, collect(type)]))
  const animation = Object.assign(changes, {
    step(option: Partial<Option> = {}) {
      actions.push({ animates, option: { ...DEFAULTS, ...defaults, ...option } })
      animates = []
      return animation
    },
    export() {
      const exported = { actions }
      actions = []
      return exported
    },
  })
  return animation
}

const running = new WeakMap<HTMLElement, number>()

/** Plays what the attribute `animation` was given, one step after the other. */
export function applyAnimation(element: HTMLElement, animation: unknown): void {
  const { actions } = (animation ?? {}) as { actions?: Action[] }
  if (!actions?.length) return
  window.clearTimeout(running.get(element))
  playFrom(element, actions, 0)
}

function playFrom(element: HTMLElement, actions: Action[], index: number): void {
  const action = actions[index]
  if (!action) return
  const { duration, timingFunction, delay, transformOrigin } = action.option
  // the style before the first step must be seen, or there is nothing to move from
  void element.offsetWidth
  element.style.transition = `all ${duration}ms ${timingFunction} ${delay}ms`
  element.style.transformOrigin = transformOrigin
  const transforms = action.animates.filter(({ type }) => TRANSFORMS.includes(type))
  if (transforms.length) element.style.transform = transforms.map(transform).join(' ')
  for (const { type, args } of action.animates)
    if (STYLES.includes(type)) element.style.setProperty(kebab(type), styleValue(type, args[0]))
  running.set(
    element,
    window.setTimeout(() => playFrom(element, actions, index + 1), duration + delay),
  )
}

function transform({ type, args }: { type: string; args: Argument[] }): string {
  const unit = type.startsWith('translate') ? 'px' : /^(rotate|skew)/.test(type) ? 'deg' : ''
  const values = args.map((value, index) => {
    const isAxis = type === 'rotate3d' && index < 3
    return typeof value === 'number' && !isAxis ? `${value}${unit}` : rpxToVw(String(value))
  })
  return `${type}(${values.join(',')})`
}

const styleValue = (type: string, value: Argument | undefined) =>
  typeof value === 'number' && type !== 'opacity' ? `${value}px` : rpxToVw(String(value))

const kebab = (name: string) => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
