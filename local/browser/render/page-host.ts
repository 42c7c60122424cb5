import type { component } from 'glass-easel-miniprogram-adapter'
import type { Host, LaunchOptions } from '../host'
import { createAnimation } from './animation'
import { appInstance } from './app-instance'
import type { Chrome } from './chrome'
import { startRefresh, stopRefresh } from './page-refresh'
import type { PageStack } from './page-stack'
import { SelectorQuery } from './selector-query'

/** The page stack as the services see it. */
export function pageHost(stack: PageStack, chrome: Chrome, layer: HTMLElement, launch: LaunchOptions): Host {
  return {
    navigateTo: async url => stack.navigateTo(url),
    redirectTo: async url => stack.redirectTo(url),
    navigateBack: async delta => stack.navigateBack(delta),
    switchTab: async url => stack.switchTab(url),
    reLaunch: async url => stack.reLaunch(url),
    layer,
    top: () => stack.top(),
    setTitle: title => chrome.setTitle(title),
    startPullDownRefresh: () => startRefresh(stack.top()),
    stopPullDownRefresh: () => stopRefresh(stack.top()),
    createSelectorQuery: () => new SelectorQuery(undefined, () => stack.top()),
    createIntersectionObserver: (of, options) =>
      (of as component.GeneralComponent).createIntersectionObserver(options as never),
    createAnimation: options => createAnimation(options as never),
    launchOptions: () => launch,
    hideApp() {
      stack.top()?.leave()
      appInstance().onHide?.()
    },
    showApp() {
      appInstance().onShow?.(launch)
      stack.top()?.enter()
    },
  }
}
