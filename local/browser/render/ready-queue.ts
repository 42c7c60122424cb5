import { type CodeSpace, glassEasel } from 'glass-easel-miniprogram-adapter'

type Component = glassEasel.GeneralComponent

const waiting: (() => void)[] = []

/** Runs `task` after the first rendering, in turn with the `ready` of components attached before. */
export function whenReady(task: () => void): void {
  if (waiting.push(task) === 1) setTimeout(flush)
}

function flush(): void {
  for (const task of waiting.splice(0)) glassEasel.safeCallback('ready', task, undefined, [])
}

/** glass-easel leaves the lifetime `ready` to its host; every component registered from now on gets it. */
export function triggerReadyIn(space: CodeSpace): void {
  const behavior = space
    .getComponentSpace()
    .define()
    .lifetime('attached', function () {
      // every component of the space is made by the adapter, whose instances carry glass-easel's
      const component = (this as unknown as { _$: Component })._$
      whenReady(() => {
        if (glassEasel.Element.isAttached(component)) component.triggerLifetime('ready', [])
      })
    })
    .registerBehavior()
  space.setOverallBehavior(behavior as glassEasel.GeneralBehavior)
}
