import type { LimitEventKind } from '../../../../../typings/documents'
import { limitEventLabels } from '../../../../shared/labels'
import { dayWords } from '../../../../shared/local-days'

/** What is being recorded; '' for what was not answered. Local dates. */
export interface EventForm {
  kind: LimitEventKind | ''
  date: string
  untilDate: string
}

export const emptyEvent: EventForm = { kind: '', date: '', untilDate: '' }

export const kindOptions = Object.entries(limitEventLabels).map(([key, label]) => ({ key, label }))

export interface EventFormView {
  /** Until when is asked: of a suspension. */
  asksUntil: boolean
  dateLabel: string
  date: string
  until: string
}

export function eventFormView({ kind, date, untilDate }: EventForm): EventFormView {
  const asksUntil = kind === 'SUSPENDED'
  return {
    asksUntil,
    dateLabel: asksUntil ? '从哪天开始' : '哪天发生',
    date: date && dayWords(date),
    until: untilDate && dayWords(untilDate),
  }
}

/** What is still missing or wrong; '' when it can be recorded. */
export function eventProblem({ kind, date, untilDate }: EventForm): string {
  if (kind === '') return '请选择发生了什么。'
  if (date === '') return '请选择日期。'
  if (kind !== 'SUSPENDED') return ''
  if (untilDate === '') return '请选择到哪天为止。还没有结束的，请在结束后记录。'
  return untilDate < date ? '结束日期不能早于开始日期。' : ''
}
