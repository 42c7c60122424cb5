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
  /** The documented Animation, whose `export()` goes to the attribute `animation`. */
  createAnimation(options?: unknown): unknown
  /** How the app was opened: `wx.getLaunchOptionsSync()`. */
  launchOptions(): LaunchOptions
  /** App.onHide and App.onShow. */
  hideApp(): void
  showApp(): void
  /**
   * Set by the services: answers the tap on a `<button open-type>`. It throws by name for a type the browser lacks, which
   * is also what happens when it is not set.
   */
  openType?: (type: string, button: OpenTypeButton) => void
  /** Set by the services: the address a picture can be loaded from, for `cloud://` ids and paths of temporary files. */
  fileUrl?: (source: string) => string | Promise<string>
}

export interface LaunchOptions {
  path: string
  query: Record<string, string>
  scene: number
  referrerInfo: Record<string, never>
}

export interface OpenTypeButton {
  element: HTMLElement
  dataset: Record<string, unknown>
  /** Fires the event the type documents, e.g. `getphonenumber` with `{ code, errMsg }`. */
  trigger(event: string, detail: unknown): void
}

/** The card a friend sees. */
export interface Share {
  title?: string
  path?: string
  imageUrl?: string
}

export interface PageInstance {
  data: Record<string, unknown>
  setData(data: Record<string, unknown>, done?: () => void): void
  onShareAppMessage?(from: { from: 'menu' | 'button'; target?: unknown }): Share | Promise<Share> | undefined
  [method: string]: unknown
}
