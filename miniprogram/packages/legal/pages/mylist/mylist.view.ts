import type { Limitation, MyAppointment } from '../../../../../typings/api/legal'
import type { FailedView } from '../../../../components/failure-card/failed'
import { stripWords } from '../../../../components/offline-strip/strip'
import { appointmentLine, type AppointmentLine } from '../../appointment-words'
import { cardLine, type CardLine } from '../limitation/limitation.view'

export type Tab = 'APPOINTMENTS' | 'LIMITS'

export interface ReadyView {
  kind: 'ready'
  strip: string
  appointments: AppointmentLine[]
  limits: CardLine[]
}

export interface EmptyView {
  kind: 'empty'
  title: string
  text: string
  action: string
}

export type MyListView = { kind: 'loading' } | EmptyView | ReadyView | FailedView

const EMPTY: Record<Tab, Omit<EmptyView, 'kind'>> = {
  APPOINTMENTS: { title: '暂无记录', text: '约好的咨询和律师写的记录都在这里。', action: '预约法律咨询' },
  LIMITS: { title: '暂无记录', text: '保存了仲裁时效提醒，到期前会通知您。', action: '算一算时效' },
}

export const emptyOf = (tab: Tab): EmptyView => ({ kind: 'empty', ...EMPTY[tab] })

/** The latest first, as they come. */
export function appointmentsView(
  { items, copyAt }: { items: readonly MyAppointment[]; copyAt?: number },
  now: number,
): EmptyView | ReadyView {
  if (items.length === 0) return emptyOf('APPOINTMENTS')
  const appointments = items.map(one => appointmentLine(one, now))
  return { kind: 'ready', strip: stripWords(copyAt), appointments, limits: [] }
}

export function limitsView(cards: readonly Limitation[], copyAt: number | undefined): EmptyView | ReadyView {
  if (cards.length === 0) return emptyOf('LIMITS')
  return { kind: 'ready', strip: stripWords(copyAt), appointments: [], limits: cards.map(cardLine) }
}
