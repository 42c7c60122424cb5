import { glassEasel } from 'glass-easel-miniprogram-adapter'

type Element = glassEasel.Element

/** A touch as WeChat shows it: positions in CSS pixels, `page*` from the top of the page, scrolled or not. */
export interface TouchPoint {
  identifier: number
  clientX: number
  clientY: number
  pageX: number
  pageY: number
}

/** Dispatches one event of WeChat's shape; answers whether a `catch` listener stopped the default action. */
export function dispatch(
  target: Element,
  type: string,
  detail: unknown,
  options: {
    bubbles?: boolean
    composed?: boolean
    originalEvent?: unknown
    extraFields?: Record<string, unknown>
    handleListenerReturn?: (answer: unknown) => void
  },
): boolean {
  const event = new glassEasel.Event(type, detail, { capturePhase: true, ...options })
  glassEasel.Event.dispatchEvent(target, event)
  return event.defaultPrevented()
}

/**
 * Listeners see `target` and `currentTarget` as plain values, not as the component instances that glass-easel hands out.
 */
export function usePlainTargets(): void {
  const { prototype } = glassEasel.Event
  const wrap = prototype.wrapShadowedEvent
  prototype.wrapShadowedEvent = function (target, mark, currentTarget) {
    return wrap.call(this, plain(target), mark, plain(currentTarget))
  }
}

function plain(caller: unknown): Element {
  const element = elementOf(caller)
  const dom = element?.$$ as unknown as HTMLElement | null
  // glass-easel types the target as its element; nothing but the listener reads it
  return {
    id: element?.id ?? '',
    dataset: { ...element?.dataset },
    offsetLeft: dom?.offsetLeft ?? 0,
    offsetTop: dom?.offsetTop ?? 0,
  } as unknown as Element
}

function elementOf(caller: unknown): Element | undefined {
  if (caller instanceof glassEasel.Element) return caller
  return (caller as { _$?: Element } | null)?._$
}
