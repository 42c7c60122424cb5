import { onNetwork } from './network'
import { leave } from './page'

interface ReadingPage {
  stopListening: () => void
  follow(): void
  load(): Promise<void>
  setData(data: { view: { kind: 'loading' } }): void
}

/**
 * What pages that read do alike; a page spreads it and has its own `load`. One that is opened with a query has its own
 * `onLoad` too, which calls `follow`.
 */
export const reading = {
  stopListening: (): void => undefined,
  /** Reads again whenever the network comes or goes, until the page is left. */
  follow(this: ReadingPage) {
    this.stopListening = onNetwork(() => void this.load())
  },
  onLoad(this: ReadingPage) {
    this.follow()
  },
  onUnload(this: ReadingPage) {
    this.stopListening()
  },
  async onPullDownRefresh(this: ReadingPage) {
    await this.load()
    void wx.stopPullDownRefresh()
  },
  onRetry(this: ReadingPage) {
    this.setData({ view: { kind: 'loading' } })
    void this.load()
  },
  onLeave: leave,
}
