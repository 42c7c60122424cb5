import { asynchronous, Failure } from './asynchronous'
import { expectParameter } from './parameters'
import type { Phone } from './phone'
import { choose } from './sheet'

interface ActionSheet {
  itemList: string[]
  alertText?: string
  itemColor?: string
}

export function actionSheet({ host }: Phone) {
  return asynchronous({
    async showActionSheet({ itemList, alertText, itemColor }: ActionSheet) {
      expectParameter('itemList', itemList, 'Array')
      if (!itemList.length) throw new Failure('parameter error: itemList should have at least one item')
      if (itemList.length > 6) throw new Failure('parameter error: itemList should not be larger than 6')
      const tapIndex = await choose(host.layer, itemList, { title: alertText, color: itemColor })
      if (tapIndex === undefined) throw new Failure('cancel')
      return { tapIndex }
    },
  })
}
