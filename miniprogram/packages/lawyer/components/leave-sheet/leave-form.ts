import type { LeaveInput, RotaSlot } from '../../../../../typings/api/legal'
import { modeLabels } from '../../../../shared/labels'
import { daysBetween, plusDays } from '../../../../shared/local-days'
import { clock, dateLong, instant } from '../../../../shared/time'

/** Local dates and clock times; whole days have none. */
export interface LeaveForm {
  whole: boolean
  fromDate: string
  fromTime: string
  toDate: string
  toTime: string
  reason: string
}

export const newLeave = (today: string): LeaveForm => ({
  whole: true,
  fromDate: plusDays(today, 1),
  fromTime: '09:00',
  toDate: plusDays(today, 1),
  toTime: '18:00',
  reason: '',
})

/** Moving the first day beyond the last takes the last along. */
export function withDay(form: LeaveForm, change: Partial<LeaveForm>): LeaveForm {
  const next = { ...form, ...change }
  return next.toDate < next.fromDate ? { ...next, toDate: next.fromDate } : next
}

/** The last day of whole days is within. */
export function leaveHours(form: LeaveForm): Pick<LeaveInput, 'fromAt' | 'toAt'> {
  if (form.whole)
    return { fromAt: instant(form.fromDate, '00:00'), toAt: instant(plusDays(form.toDate, 1), '00:00') }
  return { fromAt: instant(form.fromDate, form.fromTime), toAt: instant(form.toDate, form.toTime) }
}

const LONGEST_DAYS = 366

export function leaveProblem(form: LeaveForm, now: number): string {
  const { fromAt, toAt } = leaveHours(form)
  if (toAt <= fromAt) return '结束要晚于开始。'
  if (toAt <= now) return '这段时间已经过去。'
  if (daysBetween(form.fromDate, form.toDate) >= LONGEST_DAYS) return '一次请假最长一年。'
  return form.reason.trim() === '' ? '请填写原因，工会可以看到。' : ''
}

/** Booked slots within: 9月24日（周四）14:00　电话. */
export function affectedLines(
  slots: readonly RotaSlot[],
  { fromAt, toAt }: Pick<LeaveInput, 'fromAt' | 'toAt'>,
  now: number,
): string[] {
  return slots
    .filter(
      ({ state, startAt, endAt }) => state !== 'FREE' && startAt > now && startAt < toAt && endAt > fromAt,
    )
    .map(
      ({ startAt, modes }) =>
        `${dateLong(startAt)}${clock(startAt)}　${modes.map(mode => modeLabels[mode]).join('、')}`,
    )
}
