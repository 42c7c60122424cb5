import { watchPull } from '../pull-down'
import { type Builtin, type Control, setAttribute } from './builtin'

export const scrollView: Builtin = {
  properties: {
    scrollX: Boolean,
    scrollY: Boolean,
    scrollTop: null,
    scrollLeft: null,
    scrollIntoView: String,
    scrollWithAnimation: Boolean,
    upperThreshold: { type: Number, value: 50 },
    lowerThreshold: { type: Number, value: 50 },
    enhanced: Boolean,
    bounces: Boolean,
    pagingEnabled: Boolean,
    showScrollbar: { type: Boolean, value: true },
    enableFlex: Boolean,
    enablePassive: Boolean,
    refresherEnabled: Boolean,
    refresherTriggered: Boolean,
    refresherThreshold: { type: Number, value: 45 },
    refresherDefaultStyle: String,
    refresherBackground: String,
  },
  create(self) {
    watchEdges(self)
    watchPull(self.el, {
      threshold: () => (self.data.refresherEnabled ? Number(self.data.refresherThreshold) : undefined),
      onPull: () => self.triggerEvent('refresherrefresh', {}),
    })
    self.native = { scrollTo: (to: ScrollToOptions) => self.el.scrollTo(to), node: self.el }
  },
  update: {
    scrollX: (self, on: boolean) => void (self.el.style.overflowX = on ? 'auto' : 'hidden'),
    scrollY: (self, on: boolean) => void (self.el.style.overflowY = on ? 'auto' : 'hidden'),
    showScrollbar: (self, on: boolean) => setAttribute(self, 'hide-scrollbar', !on && self.data.enhanced),
    enhanced: (self, on: boolean) => setAttribute(self, 'hide-scrollbar', on && !self.data.showScrollbar),
    enableFlex: (self, on: boolean) => setAttribute(self, 'enable-flex', on),
    scrollTop: (self, top: unknown) => scrollTo(self, { top: length(top) }),
    scrollLeft: (self, left: unknown) => scrollTo(self, { left: length(left) }),
    // children that the same update adds are there only after it
    scrollIntoView: (self, id: string) => id && setTimeout(() => bringIntoView(self, id)),
  },
}

const length = (value: unknown) => (value == null || value === '' ? undefined : parseFloat(String(value)))

function scrollTo(self: Control, to: ScrollToOptions): void {
  if (to.top === undefined && to.left === undefined) return
  self.el.scrollTo({ ...to, behavior: self.data.scrollWithAnimation ? 'smooth' : 'auto' })
}

function bringIntoView(self: Control, id: string): void {
  const target = self._$.ownerShadowRoot?.querySelector(`#${id}`)?.$$ as unknown as HTMLElement | undefined
  if (!target) return
  const from = self.el.getBoundingClientRect()
  const to = target.getBoundingClientRect()
  const { scrollTop, scrollLeft } = self.el
  scrollTo(self, { top: scrollTop + to.top - from.top, left: scrollLeft + to.left - from.left })
}

/** scroll, and scrolltoupper and scrolltolower once each time an edge comes near. */
function watchEdges(self: Control): void {
  let last = { top: 0, left: 0 }
  let edge = 'upper'
  self.el.addEventListener('scroll', () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = self.el
    const delta = { deltaX: last.left - scrollLeft, deltaY: last.top - scrollTop }
    last = { top: scrollTop, left: scrollLeft }
    self.triggerEvent('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, ...delta })
    const vertical = Boolean(self.data.scrollY)
    const position = vertical ? scrollTop : scrollLeft
    const rest = vertical ? scrollHeight - clientHeight - scrollTop : scrollWidth - clientWidth - scrollLeft
    const now =
      rest <= Number(self.data.lowerThreshold)
        ? 'lower'
        : position <= Number(self.data.upperThreshold)
          ? 'upper'
          : ''
    if (now === 'lower' && edge !== now)
      self.triggerEvent('scrolltolower', { direction: vertical ? 'bottom' : 'right' })
    if (now === 'upper' && edge !== now)
      self.triggerEvent('scrolltoupper', { direction: vertical ? 'top' : 'left' })
    edge = now
  })
}
