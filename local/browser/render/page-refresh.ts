import { call, type OpenPage } from './open-page'
import { watchPull } from './pull-down'

const PULL_PX = 60

/** Pull-down refresh of a page: the three dots stay until the page says that it is done. */
export function watchPageRefresh(open: OpenPage): void {
  watchPull(open.scroller, {
    threshold: () => (open.window.enablePullDownRefresh ? PULL_PX : undefined),
    onPull: () => startRefresh(open),
  })
}

export function startRefresh(open: OpenPage | undefined): void {
  if (!open || open.scroller.classList.contains('refreshing')) return
  open.scroller.classList.add('refreshing')
  open.scroller.scrollTop = 0
  call(open.page, 'onPullDownRefresh')
}

export function stopRefresh(open: OpenPage | undefined): void {
  open?.scroller.classList.remove('refreshing')
}
