import { asynchronous } from './asynchronous'
import { expectParameter } from './parameters'
import type { Phone } from './phone'
import type { StatusBar } from './status-bar'

interface Scroll {
  scrollTop?: number
  selector?: string
  offsetTop?: number
  duration?: number
}

/** What a page asks of its own window. */
export function page({ host }: Phone, statusBar: StatusBar) {
  return asynchronous({
    setNavigationBarTitle({ title }: { title: string }) {
      expectParameter('title', title, 'String')
      host.setTitle(title)
    },
    setNavigationBarColor({ frontColor }: { frontColor: string; backgroundColor: string }) {
      expectParameter('frontColor', frontColor, 'String')
      statusBar.paint(frontColor)
    },
    setBackgroundColor({ backgroundColor }: { backgroundColor?: string }) {
      const scroller = host.top()?.scroller
      if (scroller && backgroundColor) scroller.style.backgroundColor = backgroundColor
    },
    setBackgroundTextStyle: () => undefined,
    startPullDownRefresh: () => host.startPullDownRefresh(),
    stopPullDownRefresh: () => host.stopPullDownRefresh(),
    pageScrollTo({ scrollTop, selector, offsetTop = 0, duration = 300 }: Scroll) {
      const scroller = host.top()?.scroller
      if (!scroller) return
      const target = selector ? scroller.querySelector(selector) : undefined
      const above = target ? target.getBoundingClientRect().top - scroller.getBoundingClientRect().top : 0
      const top = target ? scroller.scrollTop + above + offsetTop : (scrollTop ?? 0)
      scroller.scrollTo({ top, behavior: duration > 0 ? 'smooth' : 'instant' })
    },
    hideKeyboard() {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    },
  })
}
