import { rpxToVw } from '../rpx'
import { type Builtin, type Control } from './builtin'

const pageElement = ({ el }: Control) => el.closest<HTMLElement>('wx-page')

export const pageMeta: Builtin = {
  properties: {
    pageStyle: String,
    rootFontSize: String,
    backgroundColor: String,
    rootBackgroundColor: String,
  },
  update: {
    pageStyle: (self, style: string) => void (pageElement(self)!.style.cssText = rpxToVw(style)),
    rootFontSize: (_self, size: string) => {
      if (size && size !== 'system') document.documentElement.style.fontSize = rpxToVw(size)
    },
    rootBackgroundColor: (self, color: string) => {
      const scroller = pageElement(self)?.parentElement
      if (scroller && color) scroller.style.backgroundColor = color
    },
  },
}
