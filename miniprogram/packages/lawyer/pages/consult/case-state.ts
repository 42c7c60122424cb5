import type { AppointmentView } from '../../../../../typings/api/legal'
import type { Words } from '../../../../components/state-words/words'
import { plainWords, untilWords } from '../../../../components/state-words/words'

/** ANSWER: is there a conflict? OPEN: what the person wrote may be read, and a record written from the start on. OVER: handed in, or not attended. SHUT: nothing to read any more. */
export type Stage = 'ANSWER' | 'OPEN' | 'OVER' | 'SHUT'

type Read = Pick<AppointmentView, 'state' | 'startAt' | 'answerBy' | 'reason' | 'mode'>

export function stageOf({ state }: Read): Stage {
  if (state === 'BOOKED') return 'ANSWER'
  if (state === 'CLEARED' || state === 'CONSULTING') return 'OPEN'
  return state === 'DONE' || state === 'RATED' || state === 'NO_SHOW' ? 'OVER' : 'SHUT'
}

export function stateOf({ state, startAt, answerBy }: Read, now: number): Words {
  if (state === 'BOOKED')
    return answerBy > now
      ? plainWords(`请在 ${untilWords(answerBy, now)} 前确认`, 'amber', 'time')
      : plainWords('已过确认时间', 'late', 'time')
  if (state === 'CLEARED')
    return startAt > now
      ? plainWords('已确认，等待开始', 'green', 'check-circle')
      : plainWords('请填写咨询记录', 'amber', 'time')
  return OTHERS[state]
}

const OTHERS: Record<Exclude<Read['state'], 'BOOKED' | 'CLEARED'>, Words> = {
  CONSULTING: plainWords('记录未提交', 'amber', 'time'),
  DONE: plainWords('记录已提交', 'green', 'check-circle'),
  RATED: plainWords('记录已提交，当事人已评价', 'green', 'check-circle'),
  NO_SHOW: plainWords('未到场'),
  CONFLICTED: plainWords('已申报冲突'),
  ESCALATED: plainWords('工会正在协调', 'amber', 'time'),
  CANCELLED: plainWords('已取消'),
}

/** What the lawyer should know besides; '' for nothing. */
export function noteOf({ state, reason, mode, startAt }: Read, now: number): string {
  if (state === 'CONFLICTED') return '工会会另行安排律师，此预约的内容不再显示。'
  if (state === 'ESCALATED') return '没有按时确认，工会正在协调。如仍可承接，请联系区总工会。'
  if (state === 'CANCELLED') return reason
  if (state === 'CLEARED' && startAt > now) return '到开始时间后可以填写记录。'
  if (stageOf({ state, reason, mode, startAt, answerBy: 0 }) === 'OPEN' && mode === 'TEXT')
    return '图文咨询：请把答复写在“给当事人的意见”里，提交后当事人可以看到。'
  return ''
}
