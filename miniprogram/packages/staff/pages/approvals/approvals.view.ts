import type { ApprovalItem, OwnApproval } from '../../../../../typings/api/insight'
import type { FailedView } from '../../../../components/failure-card/failed'
import { budgetLabel } from '../../../../shared/approval-words'
import { money } from '../../../../shared/money'
import { dateTime } from '../../../../shared/time'

export interface WaitingCard {
  approvalId: string
  title: string
  /** Whose, who and when: parts that a line may break between. */
  from: string[]
  /** 3,600 and .00 of ¥3,600.00. */
  whole: string
  cents: string
  /** What the budget was; '' where it is new. */
  was: string
  open: boolean
  lines: ApprovalItem['lines']
  /** What 同意 will do. */
  consequence: string
}

export interface OwnRow {
  approvalId: string
  activityId: string
  title: string
  line: string
  state: string
  tone: '' | 'amber' | 'green' | 'late'
  reason: string
}

export type ApprovalsView =
  | { kind: 'loading' }
  | { kind: 'empty' }
  | { kind: 'ready'; waiting: WaitingCard[]; more: boolean; mine: OwnRow[] }
  | FailedView

export interface ApprovalsRead {
  waiting: readonly ApprovalItem[]
  /** More of them wait than were read. */
  more: boolean
  mine: readonly OwnApproval[]
}

/** One card is open at a time; the first, unless told which. */
export function approvalsView(
  { waiting, more, mine }: ApprovalsRead,
  openId = waiting[0]?.approvalId,
): ApprovalsView {
  if (waiting.length === 0 && mine.length === 0) return { kind: 'empty' }
  return {
    kind: 'ready',
    waiting: waiting.map(item => cardOf(item, item.approvalId === openId)),
    more,
    mine: mine.map(rowOf),
  }
}

function cardOf(item: ApprovalItem, open: boolean): WaitingCard {
  const { approvalId, title, orgName, proposer, at, amountFen, lines } = item
  const [whole = '', cents = ''] = money(amountFen).slice(1).split('.')
  const budget = lines.find(({ label }) => label === budgetLabel)
  const published = lines.some(({ was }) => was !== undefined)
  const what = published ? '改动立即生效' : '活动立即发布'
  return {
    approvalId,
    title,
    from: [orgName, `${proposer} ${dateTime(at)} 提交`],
    whole,
    cents: `.${cents}`,
    was: budget?.was ?? '',
    open,
    lines: lines.filter(
      ({ label, text, was }) => label !== budgetLabel && (text !== title || was !== undefined),
    ),
    consequence: `${title}，预算 ${money(amountFen)}。\n${what}，并记下由您同意。`,
  }
}

const states: Record<ApprovalItem['state'], Pick<OwnRow, 'state' | 'tone'>> = {
  PENDING: { state: '待复核', tone: 'amber' },
  AGREED: { state: '已同意', tone: 'green' },
  RETURNED: { state: '已退回', tone: 'late' },
  VOID: { state: '已改动，未复核', tone: '' },
}

function rowOf({ approvalId, activityId, title, amountFen, at, state, reason }: OwnApproval): OwnRow {
  const line = `${money(amountFen)}　${dateTime(at)}`
  return { approvalId, activityId, title, line, ...states[state], reason: reason && `原因：${reason}` }
}
