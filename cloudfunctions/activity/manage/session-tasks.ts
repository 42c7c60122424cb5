import type { Times } from '../../../typings/documents'

const DAY_MS = 24 * 3600_000

/** When whoever was not there is counted as such, unless staff finished the session before (PRODUCT 5). */
export const finishTime = ({ endAt }: Pick<Times, 'endAt'>): number => endAt + DAY_MS

/** When what people answered is erased: they were told so when they were asked (PRODUCT 4). */
export const forgetTime = ({ endAt }: Pick<Times, 'endAt'>): number => endAt + 90 * DAY_MS

/** When the queue ends: with the start; where one may join late, with the end of sign-up. */
export const lapseTime = ({ startAt, closeAt }: Pick<Times, 'startAt' | 'closeAt'>): number =>
  Math.max(startAt, closeAt)
