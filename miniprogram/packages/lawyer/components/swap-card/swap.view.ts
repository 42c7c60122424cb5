import type { SwapItem } from '../../../../../typings/api/legal'
import { hourLines } from '../../../../shared/hour-lines'

export interface SwapView {
  swapId: string
  title: string
  hours: string[]
  /** How many of the hours are booked; '' for none. */
  held: string
  state: string
  /** The other side asks: yes or no. */
  asks: boolean
  /** One's own, or what one has agreed to, may be taken back. */
  back: string
  label: string
}

export function swapView({ swapId, fromName, toName, slots, state, mine }: SwapItem): SwapView {
  const title = mine ? `请${toName}接替` : `${fromName}请您接替`
  const booked = slots.filter(one => one.held).length
  const asks = !mine && state === 'PROPOSED'
  const hours = hourLines(slots)
  return {
    swapId,
    title,
    hours,
    held: booked > 0 ? `其中${booked}个时段已有预约，一并转交` : '',
    state: stateWords(state, mine),
    asks,
    back: backWords(state, mine),
    label: [title, ...hours].join('，'),
  }
}

function stateWords(state: SwapItem['state'], mine: boolean): string {
  if (state === 'PROPOSED') return mine ? '等待对方答复' : '请您答复'
  return { ANSWERED: '待工会批准', APPROVED: '正在办理', DONE: '已换班', REFUSED: '未换成' }[state]
}

function backWords(state: SwapItem['state'], mine: boolean): string {
  if (mine) return state === 'PROPOSED' || state === 'ANSWERED' ? '撤回' : ''
  return state === 'ANSWERED' ? '不再接替' : ''
}
