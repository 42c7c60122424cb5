import type { RotaSlot, RotaView } from '../../../../../typings/api/legal'
import { modeLabels } from '../../../../shared/labels'
import type { ErrorCode } from '../../../../shared/errors'
import { clock } from '../../../../shared/time'

export interface SlotOption {
  slotId: string
  words: string
  on: boolean
}

export const slotOptions = (slots: readonly RotaSlot[], chosen: readonly string[]): SlotOption[] =>
  slots.map(({ slotId, startAt, endAt, modes, state }) => ({
    slotId,
    words: [
      `${clock(startAt)}–${clock(endAt)}`,
      modes.map(mode => modeLabels[mode]).join('、'),
      ...(state === 'FREE' ? [] : ['已约，一并转交']),
    ].join('　'),
    on: chosen.includes(slotId),
  }))

export const colleagueOptions = ({ colleagues }: Pick<RotaView, 'colleagues'>) =>
  colleagues.map(({ lawyerId, name, firm }) => ({ lawyerId, words: `${name}　${firm}` }))

/** What a refusal means to who proposes. */
export const swapSentences: Partial<Record<ErrorCode, string>> = {
  TIME_CLASH: '对方在这个时间已有排班或请假，请换一位，或换别的时段。',
  CONFLICT_LAWYER: '对方不便承接其中的预约，请换一位。',
  SLOT_CLOSED: '离开始不足2小时，不能再换班。',
  STATE_CHANGED: '其中的时段刚有变化，请重新选择。',
  INVALID_INPUT: '对方不提供这些时段的咨询方式，请换一位。',
}

export function swapProblem(slotIds: readonly string[], toLawyerId: string): string {
  if (slotIds.length === 0) return '请选择要换的时段。'
  if (slotIds.length > 20) return '一次最多换20个时段。'
  return toLawyerId === '' ? '请选择接替的同事。' : ''
}
