/** What the component framework and the page stack offer to the `wx` calls. Rejections carry the text behind `:fail `. */
export interface Host {
  navigateTo(url: string): Promise<void>
  redirectTo(url: string): Promise<void>
  navigateBack(delta: number): Promise<void>
  switchTab(url: string): Promise<void>
  reLaunch(url: string): Promise<void>
  /** Where toasts, dialogs and sheets of the system are drawn: above every page, inside the phone. */
  layer: HTMLElement
  /** The page on top: its route, its scrolling element and its instance. */
  top(): { route: string; scroller: HTMLElement; page: PageInstance } | undefined
  setTitle(title: string): void
  startPullDownRefresh(): void
  stopPullDownRefresh(): void
  /** The documented SelectorQuery, over the page on top or over the component given to `in`. */
  createSelectorQuery(): unknown
  createIntersectionObserver(component: unknown, options: unknown): unknown
  /** App.onHide and App.onShow. */
  hideApp(): void
  showApp(): void
}

export interface PageInstance {
  data: Record<string, unknown>
  setData(data: Record<string, unknown>, done?: () => void): void
  onShareAppMessage?(from: { from: 'menu' | 'button' }): { title?: string; path?: string; imageUrl?: string } | undefined
  [method: string]: unknown
}
