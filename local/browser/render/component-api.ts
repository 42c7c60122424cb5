import { component } from 'glass-easel-miniprogram-adapter'
import { copyData } from './copy-data'
import { type OpenPage, pageOf } from './open-page'
import { SelectorQuery } from './selector-query'

type Caller = component.GeneralComponent

/** Methods that every page and component has in WeChat and the adapter lacks. */
export function completeComponentApi(topPage: () => OpenPage | undefined): void {
  const { prototype } = component.ComponentCaller
  const { setData } = prototype
  Object.assign(prototype, {
    setData(this: Caller, data: Record<string, unknown>, done?: () => void) {
      setData.call(this, copyData(data), done)
    },
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
