import type { CaseItem } from '../../../../../typings/api/legal'
import type { AppointmentState } from '../../../../../typings/documents'
import { modeLabels } from '../../../../shared/labels'
import { staffWhat } from '../../../../shared/legal-words'
import { dateTime, when } from '../../../../shared/time'

export interface CaseCard {
  appointmentId: string
  title: string
  state: string
  tone: '' | 'amber' | 'green' | 'late'
  lines: string[]
  /** Until when something has to be done; '' when nothing has. */
  due: string
  /** May still be moved or called off. */
  open: boolean
  label: string
}

const OPEN: readonly AppointmentState[] = ['BOOKED', 'CLEARED', 'CONFLICTED', 'ESCALATED']

const states: Record<AppointmentState, Pick<CaseCard, 'state' | 'tone'>> = {
  BOOKED: { state: '等律师确认', tone: '' },
  CLEARED: { state: '律师已确认', tone: 'green' },
  CONSULTING: { state: '正在咨询', tone: 'green' },
  DONE: { state: '已完成', tone: '' },
  RATED: { state: '已完成', tone: '' },
  CONFLICTED: { state: staffWhat.CONFLICTED, tone: 'late' },
  ESCALATED: { state: staffWhat.ESCALATED, tone: 'amber' },
  CANCELLED: { state: '已取消', tone: '' },
  NO_SHOW: { state: '职工未到', tone: '' },
}

/** An appointment as staff see it: who, when, with whom; never what about. */
export function caseCard(item: CaseItem, now: number): CaseCard {
  const { appointmentId, person, service, lawyer, firm, mode, startAt, endAt, site, reason, dueAt } = item
  const title = `${person}　${service}`
  const waits = item.state === 'CONFLICTED' || item.state === 'ESCALATED' || item.uncovered
  const { state, tone } = stateOf(item, now)
  const lines = [
    when(startAt, endAt),
    `${lawyer}　${firm}`,
    site === undefined ? modeLabels[mode] : `${modeLabels[mode]}　${site}`,
    ...(reason === '' ? [] : [`原因：${reason}`]),
  ]
  return {
    ...{ appointmentId, title, state, tone, lines },
    due: waits && dueAt > 0 ? `请在 ${dateTime(dueAt)} 前改派` : '',
    open: OPEN.includes(item.state) && startAt > now,
    label: [title, state, ...lines].join('，'),
  }
}

function stateOf({ state, uncovered, endAt }: CaseItem, now: number): Pick<CaseCard, 'state' | 'tone'> {
  if (uncovered) return { state: '时段已不在排班内', tone: 'amber' }
  const owed = endAt <= now && (state === 'CLEARED' || state === 'CONSULTING')
  return owed ? { state: '待律师填写记录', tone: '' } : states[state]
}

export type CaseTab = 'TODO' | 'COMING' | 'PAST'

/** What stands where there is nothing. */
export const noCases: Record<CaseTab, { title: string; text: string }> = {
  TODO: { title: '没有待协调的预约', text: '律师不便承接、未按时确认或不再排班的预约，会列在这里。' },
  COMING: { title: '近期没有预约', text: '职工约好律师后，会列在这里。' },
  PAST: { title: '还没有结束的预约', text: '咨询结束或取消后，会列在这里。' },
}
