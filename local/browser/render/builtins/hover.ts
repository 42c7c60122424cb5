import type { Control } from './builtin'

export const hoverProperties = (defaults: { hoverClass?: string; start: number; stay: number }) => ({
  hoverClass: { type: String, value: defaults.hoverClass ?? 'none' },
  hoverStopPropagation: Boolean,
  hoverStartTime: { type: Number, value: defaults.start },
  hoverStayTime: { type: Number, value: defaults.stay },
})

const stopped = new WeakSet<Event>()

/** `hover-class`: put on `hover-start-time` ms after the finger, taken off `hover-stay-time` ms after it left. */
export function followHover(self: Control): void {
  let timer = 0
  const set = (on: boolean) => {
    const names = String(self.data.hoverClass ?? '')
    if (!names || names === 'none' || self.data.disabled) return
    for (const name of names.split(/\s+/)) self._$.classList?.toggle(name, on)
  }
  const after = (ms: unknown, on: boolean) => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => set(on), Number(ms))
  }
  self.el.addEventListener('pointerdown', event => {
    if (stopped.has(event)) return
    if (self.data.hoverStopPropagation) stopped.add(event)
    after(self.data.hoverStartTime, true)
  })
  for (const type of ['pointerup', 'pointercancel', 'pointerleave'])
    self.el.addEventListener(type, () => after(self.data.hoverStayTime, false))
}
