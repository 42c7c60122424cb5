import { localDate } from '../../miniprogram/shared/time'
import { outsideQuietHours } from '../_kit/quiet-hours'

/** Changes of what happens today, or before the quiet hours are over, are told at any hour. */
export function cannotWait(startAt: number, now: number): boolean {
  return localDate(startAt) === localDate(now) || startAt <= outsideQuietHours(now)
}
