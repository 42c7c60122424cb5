import { type Builtin, type Control, setAttribute } from './builtin'

const timers = new WeakMap<Control, number>()

export const swiper: Builtin = {
  properties: {
    current: Number,
    autoplay: Boolean,
    interval: { type: Number, value: 5000 },
    duration: { type: Number, value: 500 },
    circular: Boolean,
    vertical: Boolean,
    indicatorDots: Boolean,
    displayMultipleItems: { type: Number, value: 1 },
    previousMargin: String,
    nextMargin: String,
    easingFunction: String,
    snapToEdge: Boolean,
  },
  create(self) {
    self.el.addEventListener('scrollend', () => {
      const current = shown(self)
      if (current === self.data.current) return
      self.setData({ current })
      self.triggerEvent('change', { current, currentItemId: '', source: 'touch' })
      self.triggerEvent('animationfinish', { current, currentItemId: '', source: 'touch' })
    })
  },
  attached: play,
  detached: self => window.clearInterval(timers.get(self)),
  update: {
    current: (self, current: number) => setTimeout(() => moveTo(self, current)),
    vertical: (self, on: boolean) => setAttribute(self, 'vertical', on),
    autoplay: play,
    interval: play,
  },
}

const items = (self: Control) => self.el.querySelectorAll(':scope > wx-swiper-item').length

const shown = ({ el, data }: Control) =>
  Math.round(data.vertical ? el.scrollTop / el.clientHeight : el.scrollLeft / el.clientWidth)

function moveTo({ el, data }: Control, current: number): void {
  el.scrollTo(data.vertical ? { top: current * el.clientHeight } : { left: current * el.clientWidth })
}

function play(self: Control): void {
  window.clearInterval(timers.get(self))
  if (!self.data.autoplay) return
  const step = () => {
    const next = Number(self.data.current) + 1
    if (next >= items(self) && !self.data.circular) return
    const current = next % Math.max(1, items(self))
    self.setData({ current })
    self.triggerEvent('change', { current, currentItemId: '', source: 'autoplay' })
  }
  timers.set(self, window.setInterval(step, Number(self.data.interval)))
}
