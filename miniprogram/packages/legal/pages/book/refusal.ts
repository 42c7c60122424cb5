import type { Failure } from '../../../../services/failure'
import type { ErrorCode } from '../../../../shared/errors'
import type { Step } from './intake'

/** Why a booking was refused, and what else there is. */
export interface Refusal {
  title: string
  text: string
  /** SLOTS: other times are offered. TEXT: another way of asking. MINE: one's own appointments. CALL: the hotline. */
  way: 'SLOTS' | 'TEXT' | 'MINE' | 'CALL'
}

const HOUR = 3_600_000
const KEPT = '您写的内容都还在。'

const SLOT_CODES: Partial<Record<ErrorCode, string>> = {
  SLOT_TAKEN: '时段刚被约走',
  SLOT_CLOSED: '时段已停止预约',
  NOT_FOUND: '时段已停止预约',
  TIME_CLASH: '与您的其他安排冲突',
  CONFLICT_LAWYER: '请选择其他律师',
}

/** What a sheet says of it; undefined for what is said at a field, or in passing. */
export function refusalOf({ code, sentence, detail }: Failure): Refusal | undefined {
  const title = SLOT_CODES[code]
  if (title !== undefined) {
    const text = code === 'NOT_FOUND' ? '' : sentence
    return { title, text: `${text}${KEPT}`, way: 'SLOTS' }
  }
  if (code === 'QUOTA_PERSON')
    return { title: '暂时不能再约', text: '您在这项服务已有预约，或本月次数已用完。', way: 'MINE' }
  if (code === 'NOT_ELIGIBLE') return { title: '请换一种方式', text: detail.reason ?? sentence, way: 'TEXT' }
  if (code === 'RATE_LIMITED' && (detail.retryAfterMs ?? 0) > HOUR)
    return {
      title: '今天的次数用完了',
      text: `为保护每位当事人，每天可提交的次数有限。${KEPT}请明天再试，或拨打 12351。`,
      way: 'CALL',
    }
  return undefined
}

const FIELDS: Record<string, Step> = {
  'intake.claimType': 'claim',
  'intake.opponents': 'opponent',
  'intake.keyDate': 'date',
  'intake.facts': 'facts',
  'intake.fileIds': 'files',
}

const AT_A_FIELD: readonly ErrorCode[] = ['CONTENT_RISKY', 'FILE_REJECTED', 'DATE_FUTURE', 'INVALID_INPUT']

/** The question whose answer was refused. */
export const stepOf = ({ code, detail }: Failure): Step | undefined =>
  AT_A_FIELD.includes(code) ? FIELDS[detail.field ?? ''] : undefined
