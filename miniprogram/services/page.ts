import { isLargeText } from './large-text'
import { unread } from './unread'

/** What every page's root view prints. */
export const frame = { large: false }

/** A tap on something that carries `data-` values. */
export type Tapped<T extends WechatMiniprogram.IAnyObject> = WechatMiniprogram.TouchEvent<object, object, T>

/** An event of one of our components. */
export type Told<T extends WechatMiniprogram.IAnyObject> = WechatMiniprogram.CustomEvent<T>

interface Framed {
  data: { large: boolean }
  setData(data: { large: boolean }): void
  getTabBar?(): unknown
}

/** On show: large text may have been switched elsewhere. */
export function enter(page: Framed): void {
  const large = isLargeText()
  if (large !== page.data.large) page.setData({ large })
}

interface TabBar {
  setData(data: { value: string; large: boolean; unread: boolean }): void
}

/** The same for a tab page, which also tells the bar which tab it is. */
export function enterTab(page: Framed, value: string): void {
  enter(page)
  const bar = page.getTabBar?.() as TabBar | undefined
  bar?.setData({ value, large: page.data.large, unread: unread() > 0 })
}

const running = new WeakSet<object>()

/** Runs a tap's work; taps while it runs do nothing. */
export async function once(page: { setData(data: { busy: boolean }): void }, work: () => Promise<void>) {
  if (running.has(page)) return
  running.add(page)
  page.setData({ busy: true })
  try {
    await work()
  } finally {
    running.delete(page)
    page.setData({ busy: false })
  }
}

/** Back to where the person came from, or home when a code brought them here. */
export function leave(): void {
  if (getCurrentPages().length > 1) void wx.navigateBack()
  else void wx.switchTab({ url: '/pages/home/home' })
}
