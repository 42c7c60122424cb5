import {
  type AssociatedBackend,
  type CodeSpace,
  glassEasel,
  type Root,
} from 'glass-easel-miniprogram-adapter'
import type { PageInstance } from '../host'
import { watchPageRefresh } from './page-refresh'
import { watchPageScroll } from './page-scroll'
import type { PageUrl } from './page-url'
import { whenReady } from './ready-queue'
import type { AppConfig, WindowConfig } from './registry'

export interface OpenPage {
  route: string
  window: WindowConfig
  page: PageInstance
  tabBar?: unknown
  scroller: HTMLElement
  /** Puts the page in sight, and tells it. */
  show(): void
  hide(): void
  /** Tells a page that stays where it is: the app comes to the front or leaves it. */
  enter(): void
  leave(): void
  close(): void
}

export interface Stage {
  backend: AssociatedBackend
  space: CodeSpace
  app: AppConfig
  /** Holds the pages, one above the other. */
  element: HTMLElement
}

export const TAB_BAR = 'custom-tab-bar/index'

/** `onCreate` learns of the page before its first lifetime, in which `getCurrentPages()` already shows it. */
export function openPage(
  stage: Stage,
  { path, query }: PageUrl,
  onCreate: (open: OpenPage) => void,
): OpenPage {
  const scroller = document.createElement('div')
  scroller.className = 'phone-page'
  scroller.hidden = true
  stage.element.append(scroller)

  const search = Object.entries(query).map(pair => pair.join('='))
  const root = stage.backend.createRoot('page', stage.space, `${path}?${search.join('&')}`)
  const page = root.get() as unknown as PageInstance
  Object.assign(page, { route: path, options: query })
  domOf(root).setAttribute('is', path)

  const isTab = stage.app.tabBar?.list.some(tab => tab.pagePath === path)
  const tabBar =
    isTab && stage.app.tabBar?.custom ? stage.backend.createRoot('tab-bar', stage.space, TAB_BAR) : undefined
  const window = { ...stage.app.window, ...stage.space.getComponentStaticConfig(path) } as WindowConfig
  const roots = tabBar ? [root, tabBar] : [root]
  const lifetime = (name: string) => roots.forEach(each => each.getComponent().triggerPageLifetime(name, []))
  let ready = false

  const open: OpenPage = {
    route: path,
    window,
    page,
    tabBar: tabBar?.get(),
    scroller,
    show() {
      scroller.hidden = false
      open.enter()
    },
    hide() {
      scroller.hidden = true
      open.leave()
    },
    enter() {
      lifetime('show')
      call(page, 'onShow')
      if (ready) return
      ready = true
      whenReady(() => call(page, 'onReady'))
    },
    leave() {
      lifetime('hide')
      call(page, 'onHide')
    },
    close() {
      call(page, 'onUnload')
      roots.forEach(each => each.release())
      scroller.remove()
    },
  }
  roots.forEach(each => pageOfRoot.set(each.getComponent(), open))
  onCreate(open)
  roots.forEach(each => attach(each, scroller))
  call(page, 'onLoad', query)
  watchPageScroll(open)
  watchPageRefresh(open)
  return open
}

/** Calls a handler that the page may have; what it throws goes to `App.onError`. */
export function call(page: PageInstance, method: string, ...args: unknown[]): void {
  const handler = page[method]
  if (typeof handler === 'function') glassEasel.safeCallback(method, handler as () => void, page, args as [])
}

const pageOfRoot = new WeakMap<object, OpenPage>()

/** The page that a component stands in. */
export function pageOf(component: glassEasel.GeneralComponent): OpenPage | undefined {
  let root = component
  while (root.ownerShadowRoot) root = root.ownerShadowRoot.getHostNode()
  return pageOfRoot.get(root)
}

const domOf = (root: Root) => root.getComponent().getBackendElement() as unknown as HTMLElement

function attach(root: Root, parent: HTMLElement): void {
  const placeholder = document.createElement('span')
  parent.append(placeholder)
  root.attach(parent as never, placeholder as never)
}
