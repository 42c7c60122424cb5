import type { glassEasel } from 'glass-easel-miniprogram-adapter'
import { dispatch, type TouchPoint } from './events'

/** Pixels a finger may stray and still tap. */
const TAP_SLACK = 10
const LONG_PRESS_MS = 350
/** Browsers repeat a touch as mouse events; a mouse is believed again this long after the last touch. */
const MOUSE_AFTER_TOUCH_MS = 1000

interface Press {
  start: TouchPoint
  startedOn: EventTarget | null
  timer: number
}

/** Turns touches, or a mouse in their place, into touchstart … touchcancel, tap and longpress. */
export function listenToGestures(document: Document): void {
  const presses = new Map<number, Press>()
  let lastTouch = -Infinity

  const send = (
    event: Event,
    from: EventTarget | null,
    type: string,
    all: TouchPoint[],
    changed: TouchPoint[],
  ) => {
    const target = owner(from)
    if (!target) return false
    const [first] = changed
    const isTouch = type.startsWith('touch')
    const detail = isTouch || !first ? {} : { x: first.pageX, y: first.pageY }
    return dispatch(target, type, detail, {
      bubbles: true,
      composed: true,
      originalEvent: event,
      extraFields: { touches: all, changedTouches: changed },
    })
  }

  const press = (event: Event, from: EventTarget | null, all: TouchPoint[], touch: TouchPoint) => {
    const timer = window.setTimeout(() => {
      if (!canLongPress(from)) return
      presses.delete(touch.identifier)
      send(event, from, 'longpress', all, [touch])
    }, LONG_PRESS_MS)
    presses.set(touch.identifier, { start: touch, startedOn: from, timer })
  }

  const release = (identifier: number): Press | undefined => {
    const found = presses.get(identifier)
    if (found) window.clearTimeout(found.timer)
    presses.delete(identifier)
    return found
  }

  const strayed = ({ start }: Press, now: TouchPoint) =>
    Math.abs(start.clientX - now.clientX) > TAP_SLACK || Math.abs(start.clientY - now.clientY) > TAP_SLACK

  const handle = (
    event: Event,
    type: string,
    from: EventTarget | null,
    all: TouchPoint[],
    changed: TouchPoint[],
  ) => {
    if (type === 'touchstart') for (const touch of changed) press(event, from, all, touch)
    for (const touch of changed) {
      const held = presses.get(touch.identifier)
      if (held && strayed(held, touch)) release(touch.identifier)
    }
    const prevented = send(event, from, type, all, changed)
    if (prevented && type === 'touchmove' && event.cancelable) event.preventDefault()
    if (type === 'touchcancel') for (const touch of changed) release(touch.identifier)
    if (type !== 'touchend') return
    for (const touch of changed) {
      const held = release(touch.identifier)
      if (held && !isDisabled(held.startedOn)) send(event, held.startedOn, 'tap', all, [touch])
    }
  }

  const onTouch = (event: TouchEvent) => {
    lastTouch = performance.now()
    handle(event, event.type, event.target, points(event.touches), points(event.changedTouches))
  }
  for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const)
    // a listener on the document is passive unless it says otherwise, and then `catch:touchmove` could not stop scrolling
    document.addEventListener(type, onTouch, { capture: true, passive: false })

  let held: EventTarget | null = null
  const onMouse = (event: MouseEvent, type: string) => {
    if (performance.now() - lastTouch < MOUSE_AFTER_TOUCH_MS || event.button !== 0) return
    if (type === 'touchstart') held = event.target
    if (!held) return
    const touch = point({ identifier: 0, clientX: event.clientX, clientY: event.clientY }, held)
    handle(event, type, held, type === 'touchend' ? [] : [touch], [touch])
    if (type === 'touchend') held = null
  }
  document.addEventListener('mousedown', event => onMouse(event, 'touchstart'), { capture: true })
  document.addEventListener('mousemove', event => onMouse(event, 'touchmove'), { capture: true })
  document.addEventListener('mouseup', event => onMouse(event, 'touchend'), { capture: true })
}

const points = (touches: TouchList) => [...touches].map(touch => point(touch, touch.target))

function point(
  { identifier, clientX, clientY }: { identifier: number; clientX: number; clientY: number },
  on: EventTarget | null,
): TouchPoint {
  const scroller = on instanceof Element ? on.closest('.phone-page') : null
  const pageY = clientY + (scroller?.scrollTop ?? 0)
  return { identifier, clientX, clientY, pageX: clientX, pageY }
}

/** The component that a DOM node belongs to. */
function owner(from: EventTarget | null): glassEasel.Element | undefined {
  let node = from as (Node & { __wxElement?: glassEasel.Element }) | null
  while (node && !node.__wxElement) node = node.parentNode
  return node?.__wxElement
}

/** A disabled button swallows its taps. */
const isDisabled = (from: EventTarget | null) =>
  from instanceof Element && from.closest('wx-button[disabled]') !== null

const longPressable = new WeakSet<object>()

/** A press is long only for those who listen; for the others it is a slow tap. */
export function expectLongPress(element: object): void {
  longPressable.add(element)
}

function canLongPress(from: EventTarget | null): boolean {
  for (let node = from as Node | null; node; node = node.parentNode) if (longPressable.has(node)) return true
  return false
}
