import { component } from 'glass-easel-miniprogram-adapter'
import { type OpenPage, pageOf } from './open-page'
import { SelectorQuery } from './selector-query'

type Caller = component.GeneralComponent

/** Methods that every page and component has in WeChat and the adapter lacks. */
export function completeComponentApi(topPage: () => OpenPage | undefined): void {
  Object.assign(component.ComponentCaller.prototype, {
    renderer: 'webview',
    createSelectorQuery(this: Caller) {
      return new SelectorQuery(this, topPage)
    },
    getTabBar(this: Caller) {
      return pageOf(this._$)?.tabBar
    },
    getPageId(this: Caller) {
      return pageOf(this._$)?.route
    },
  })
}
