import { clock, localDate } from './time'

/** `sl_{lawyerId}_{YYYYMMDD}_{HHmm}`: the pool of the one place that is this slot. */
export function slotIdOf(lawyerId: string, startAt: number): string {
  return `sl_${lawyerId}_${localDate(startAt).replace(/-/g, '')}_${clock(startAt).replace(':', '')}`
}
