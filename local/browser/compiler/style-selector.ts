import selectorParser from 'postcss-selector-parser'
import { domTag } from '../render/tags'

export interface SelectorScope {
  /** Put before the classes of a component whose style sheet is its own. */
  classPrefix?: string
  /** The page whose rules these are. */
  page?: string
}

/** A WXSS selector as the CSS selector that matches the same elements. */
export function scopeSelector(selector: string, { classPrefix, page }: SelectorScope): string {
  return selectorParser(list => {
    list.walkTags(tag => {
      tag.value = domTag(tag.value)
    })
    list.walkPseudos(pseudo => {
      if (pseudo.value === ':host') pseudo.replaceWith(host(classPrefix))
    })
    if (classPrefix)
      list.walkClasses(name => {
        name.value = `${classPrefix}--${name.value}`
      })
    if (page) list.each(each => within(page, each))
  }).processSync(selector)
}

const host = (classPrefix = '') =>
  selectorParser.attribute({
    attribute: 'wx-host',
    operator: '=',
    value: classPrefix,
    quoteMark: null,
    raws: {},
  })

/** `:where` adds no specificity, so that a page's rules weigh what they weigh in WeChat. */
function within(page: string, selector: selectorParser.Selector): void {
  const root = selector.nodes.find(node => node.type === 'tag' && node.value === 'wx-page')
  if (root) selector.insertAfter(root, selectorParser.pseudo({ value: `:where([is="${page}"])` }))
  else selector.prepend(selectorParser.pseudo({ value: `:where(wx-page[is="${page}"]) ` }))
}
