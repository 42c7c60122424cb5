import { plusDays } from '../../../miniprogram/shared/local-days'
import { instant } from '../../../miniprogram/shared/time'

/** Days before the date on which it is told of. */
const DAYS_BEFORE = [90, 30, 7, 1] as const
const CLOCK = '08:30'

export interface Reminder {
  /** Of DAYS_BEFORE. */
  days: number
  at: number
}

/** In order of time. */
const remindersOf = (deadline: string): Reminder[] =>
  DAYS_BEFORE.map(days => ({ days, at: instant(plusDays(deadline, -days), CLOCK) }))

/** The last one that came between `since` and `now`: those before it are of no use any more. */
export const dueReminder = (deadline: string, since: number, now: number): Reminder | undefined =>
  remindersOf(deadline)
    .filter(({ at }) => at > since && at <= now)
    .at(-1)

/** When the next one comes, epoch ms; undefined after the last. */
export const nextReminderAt = (deadline: string, now: number): number | undefined =>
  remindersOf(deadline).find(({ at }) => at > now)?.at
