import { modeLabels } from './labels'

type Mode = keyof typeof modeLabels

/** 叶律师: a volunteer is shown by the surname alone. */
export const lawyerName = (surname: string): string => `${surname}律师`

/** 法律咨询（电话） */
export const appointmentTitle = (mode: Mode): string => `法律咨询（${modeLabels[mode]}）`

/** Why time ended an appointment. */
export const lapseReason = '未能及时安排合适的律师，请重新预约，或拨打 12351。'

/** What a lawyer owes, as reminders name it. */
export const owed = { ANSWER: '确认利益冲突', RECORD: '填写咨询记录' } as const

/** Why staff are asked to find another lawyer. */
export const staffWhat = { CONFLICTED: '律师不便承接', ESCALATED: '律师未按时确认' } as const

/** Hours that one lawyer takes over from another; `when` is the first of them, printed. */
export interface SwapWords {
  from: string
  to: string
  when: string
  count: number
}

const hours = ({ when, count }: SwapWords): string =>
  count > 1 ? `${when}等${count}个时段` : `${when}的时段`

/** What both sides and staff are told of a swap. */
export const swapWhat = {
  PROPOSED: (of: SwapWords) => `${of.from}请${of.to}接替${hours(of)}`,
  ANSWERED: (of: SwapWords) => `${of.to}同意接替${of.from}${hours(of)}，待工会批准`,
  DONE: (of: SwapWords) => `换班已生效：${hours(of)}由${of.to}值班`,
  REFUSED: (of: SwapWords & { reason: string }) =>
    `换班未成：${of.from}${hours(of)}${of.reason === '' ? '' : `（${of.reason}）`}`,
}

/** Why time ended a swap. */
export const swapLapsed = '未在开始前办理'

/** Why an appointment ended whose lawyer is away. */
export const lawyerAway = '律师请假，请另约时间。'
