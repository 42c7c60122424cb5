import type { SwapItem } from '../../../../../typings/api/legal'
import { hourLines } from '../../../../shared/hour-lines'

export interface SwapCard {
  swapId: string
  title: string
  state: string
  tone: '' | 'amber'
  lines: string[]
  /** Both lawyers agree: it is for staff to approve. */
  waits: boolean
}

const states: Record<SwapItem['state'], string> = {
  PROPOSED: '等对方答复',
  ANSWERED: '待您批准',
  APPROVED: '正在办理',
  DONE: '已换班',
  REFUSED: '未换成',
}

export function swapCard({ swapId, fromName, toName, slots, state }: SwapItem): SwapCard {
  const booked = slots.filter(({ held }) => held).length
  const waits = state === 'ANSWERED'
  return {
    swapId,
    title: `${toName}接替${fromName}`,
    state: states[state],
    tone: waits ? 'amber' : '',
    lines: [...hourLines(slots), ...(booked > 0 ? [`其中${booked}个时段已有预约，一并转交`] : [])],
    waits,
  }
}
