import { localDate } from '../../miniprogram/shared/time'
import type { Session } from '../../typings/documents'

/** Sign-ups a person may hold for one date. */
const DAY_LIMIT = 2

/** Under which key a sign-up counts, and how many may: by the local date on which the session begins. */
export function dayCap(
  personId: string,
  { startAt }: Pick<Session, 'startAt'>,
): { key: string; limit: number } {
  return { key: `${personId}|${localDate(startAt)}`, limit: DAY_LIMIT }
}
