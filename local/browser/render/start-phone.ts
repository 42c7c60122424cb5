import { registry, templates } from 'virtual:miniprogram/registry'
import type { Host, LaunchOptions } from '../host'
import { reportErrors } from './app-errors'
import { appInstance } from './app-instance'
import { Chrome } from './chrome'
import { createCodeSpace } from './code-space'
import { completeComponentApi } from './component-api'
import { useHost } from './current-host'
import { defineGlobals } from './definitions'
import { usePlainTargets } from './events'
import { listenToGestures } from './gestures'
import { call } from './open-page'
import { pageHost } from './page-host'
import { PageStack } from './page-stack'
import { parsePageUrl } from './page-url'
import './phone.css'
import { filterWarnings } from './warnings'
import { defineWxsGlobals } from './wxs-globals'

/** WeChat's number for "opened from the list of mini-programs". */
const SCENE = 1001

/** Boots the app in this document, at `?path=` of its address or at its first page. */
export async function startPhone(startServices: (host: Host) => Promise<void>): Promise<void> {
  const { app } = registry
  reportErrors()
  filterWarnings()
  usePlainTargets()
  defineWxsGlobals()
  listenToGestures(document)

  const frame = element('phone-frame')
  const pages = element('phone-pages')
  const layer = element('phone-layer')
  document.body.append(frame, layer)

  const launch = launchOptions(app.entryPagePath ?? app.pages[0] ?? '')
  const { backend, space } = createCodeSpace(registry, templates)
  const stack = new PageStack({ backend, space, app, element: pages }, (top, depth) =>
    chrome.follow(top, depth, stack.isTab(top.route)),
  )
  const chrome: Chrome = new Chrome(app, frame, pages, {
    back: () => stack.navigateBack(1),
    switchTab(path) {
      stack.switchTab(`/${path}`)
      const index = app.tabBar?.list.findIndex(tab => tab.pagePath === path) ?? -1
      const top = stack.top()
      if (top) call(top.page, 'onTabItemTap', { index, pagePath: path, text: app.tabBar?.list[index]?.text })
    },
  })
  const host = pageHost(stack, chrome, layer, launch)
  useHost(host)
  completeComponentApi(() => stack.top())
  defineGlobals(space)
  Object.assign(globalThis, { getCurrentPages: () => stack.pages() })

  await startServices(host)
  await import('virtual:miniprogram/scripts')

  appInstance().onLaunch?.(launch)
  appInstance().onShow?.(launch)
  enter(stack, launch)
  document.documentElement.dataset.started = ''
}

function enter(stack: PageStack, { path, query }: LaunchOptions): void {
  if (!stack.has(path)) appInstance().onPageNotFound?.({ path, query, isEntryPage: true })
  else stack.reLaunch(`/${path}?${new URLSearchParams(location.search).get('path')?.split('?')[1] ?? ''}`)
}

function launchOptions(firstPage: string): LaunchOptions {
  const asked = new URLSearchParams(location.search).get('path') ?? firstPage
  return { ...parsePageUrl(asked.startsWith('/') ? asked : `/${asked}`), scene: SCENE, referrerInfo: {} }
}

function element(className: string): HTMLElement {
  const created = document.createElement('div')
  created.className = className
  return created
}
