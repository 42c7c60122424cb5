import { call, type OpenPage } from './open-page'

const REACH_BOTTOM_DISTANCE = 50

/** onPageScroll, and onReachBottom once each time the end comes near. */
export function watchPageScroll({ scroller, page, window }: OpenPage): void {
  const distance = window.onReachBottomDistance ?? REACH_BOTTOM_DISTANCE
  let near = false
  scroller.addEventListener('scroll', () => {
    const { scrollTop, clientHeight, scrollHeight } = scroller
    call(page, 'onPageScroll', { scrollTop })
    const wasNear = near
    near = scrollTop + clientHeight >= scrollHeight - distance
    if (near && !wasNear) call(page, 'onReachBottom')
  })
}
