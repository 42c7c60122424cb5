import type { LimitResult } from '../../../../../typings/api/legal'
import type { ClaimType } from '../../../../../typings/documents'
import { DISCLAIMER, limitationText, NOT_RUNNING, OVER } from '../../../../shared/limitation'
import { dayWords } from '../../../../shared/local-days'

/** OPEN: days are left. OVER: they may be over. NONE: no period runs. */
export interface ResultView {
  state: 'open' | 'over' | 'none'
  /** Days left; '' unless OPEN. */
  figure: string
  head: string
  /** 提醒日 2027年3月10日 */
  day: string
  /** Beside the button: 还有 175 天, 2027年3月10日; '' unless OPEN. */
  short: string
  date: string
  ifConfirmed: string
  basis: { text: string; article: string }[]
  /** What else to mind with a claim of this kind. */
  caution: string
  disclaimer: string
  /** All of it that matters, as it is spoken. */
  label: string
}

const CAUTIONS: Partial<Record<ClaimType, string>> = {
  CONTRACT: '未签书面劳动合同的二倍工资从哪天起算，可能因情况而不同，请咨询律师。',
  INJURY:
    '工伤认定另有期限：单位没有申请的，本人可在事故发生之日起一年内直接申请（《工伤保险条例》第十七条）。',
  INSURANCE: '欠缴社会保险费也可以向征收机构或劳动监察部门反映，不一定适用仲裁时效。',
}

export function resultView(result: LimitResult, claimType: ClaimType): ResultView {
  const { deadline, daysLeft = 0, basis, ifConfirmed } = result
  const state = deadline === undefined ? 'none' : daysLeft < 0 ? 'over' : 'open'
  const hoped = ifConfirmed === undefined ? '' : dayWords(ifConfirmed)
  return {
    state,
    figure: state === 'open' ? String(daysLeft) : '',
    head: { open: '距提醒日还有', over: OVER, none: NOT_RUNNING }[state],
    day: deadline === undefined ? '' : `提醒日 ${dayWords(deadline)}`,
    short: state === 'open' ? `还有 ${daysLeft} 天` : '',
    date: deadline === undefined ? '' : dayWords(deadline),
    ifConfirmed: hoped && `您记录的事由如经律师确认，提醒日为${hoped}。确认前请以较早的日期为准。`,
    basis,
    caution: CAUTIONS[claimType] ?? '',
    disclaimer: DISCLAIMER,
    label: limitationText(result),
  }
}
