import type { PageInstance } from '../host'
import { type OpenPage, openPage, type Stage } from './open-page'
import { type PageUrl, parsePageUrl } from './page-url'

const MAX_PAGES = 10

/** The pages that are open, the last one on top. Tab pages outlive the stack they were in. */
export class PageStack {
  private stack: OpenPage[] = []
  private readonly tabs = new Map<string, OpenPage>()

  constructor(
    private readonly stage: Stage,
    private readonly onTop: (top: OpenPage, depth: number) => void,
  ) {}

  top(): OpenPage | undefined {
    return this.stack.at(-1)
  }

  pages(): PageInstance[] {
    return this.stack.map(open => open.page)
  }

  navigateTo(url: string): void {
    const target = this.find(url)
    if (this.isTab(target.path)) throw new Error('can not navigateTo a tabbar page')
    if (this.stack.length >= MAX_PAGES) throw new Error('webview count limit exceed')
    this.top()?.hide()
    this.push(target)
  }

  redirectTo(url: string): void {
    const target = this.find(url)
    if (this.isTab(target.path)) throw new Error('can not redirectTo a tabbar page')
    this.pop()
    this.push(target)
  }

  navigateBack(delta: number): void {
    if (this.stack.length < 2) throw new Error('cannot navigate back at first page.')
    const steps = Math.min(delta, this.stack.length - 1)
    for (let step = 0; step < steps; step++) this.pop()
    this.show()
  }

  switchTab(url: string): void {
    const { path } = this.find(url)
    if (!this.isTab(path)) throw new Error('can not switch to no-tabBar page')
    if (this.stack.length === 1 && this.top()?.route === path) return
    while (this.stack.length > 1) this.pop()
    const bottom = this.top()
    if (bottom?.route === path) return this.show()
    if (bottom && this.isTab(bottom.route)) bottom.hide()
    else bottom?.close()
    const kept = this.tabs.get(path)
    this.stack = kept ? [kept] : []
    if (kept) this.show()
    else this.push({ path, query: {} })
  }

  reLaunch(url: string): void {
    const target = this.find(url)
    for (const open of new Set([...this.stack, ...this.tabs.values()])) open.close()
    this.stack = []
    this.tabs.clear()
    this.push(target)
  }

  isTab(path: string): boolean {
    return this.stage.app.tabBar?.list.some(tab => tab.pagePath === path) ?? false
  }

  has(path: string): boolean {
    return this.stage.app.pages.includes(path)
  }

  private find(url: string): PageUrl {
    const target = parsePageUrl(url, this.top()?.route)
    if (!this.has(target.path)) throw new Error(`page "${target.path}" is not found`)
    return target
  }

  private push(target: PageUrl): void {
    openPage(this.stage, target, open => {
      this.stack.push(open)
      if (this.isTab(open.route)) this.tabs.set(open.route, open)
    })
    this.show()
  }

  private pop(): void {
    const open = this.stack.pop()
    if (!open) return
    this.tabs.delete(open.route)
    open.close()
  }

  private show(): void {
    const top = this.top()
    if (!top) return
    top.show()
    this.onTop(top, this.stack.length)
  }
}
