interface Pull {
  /** Pixels to pull before it counts; undefined while pulling is off. */
  threshold(): number | undefined
  onPull(): void
}

/** A finger that draws down what stands at its top already. */
export function watchPull(scroller: HTMLElement, { threshold, onPull }: Pull): void {
  let from: number | undefined
  let pulled = 0
  scroller.addEventListener(
    'touchstart',
    event => {
      from = scroller.scrollTop <= 0 ? event.touches[0]?.clientY : undefined
      pulled = 0
    },
    { passive: true },
  )
  scroller.addEventListener(
    'touchmove',
    event => {
      if (from !== undefined) pulled = (event.touches[0]?.clientY ?? from) - from
    },
    { passive: true },
  )
  scroller.addEventListener('touchend', () => {
    const enough = threshold()
    if (from !== undefined && enough !== undefined && pulled >= enough) onPull()
    from = undefined
  })
}
