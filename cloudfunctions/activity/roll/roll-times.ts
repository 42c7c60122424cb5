import type { ActivityKind, Session } from '../../../typings/documents'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Both in epoch ms; `from` ≤ now < `to`. */
export interface Span {
  from: number
  to: number
}

type Held = Pick<Session, 'startAt' | 'endAt'>

/** When codes are taken: from an hour before the start to the end; half an hour around the slot of a visit (PRODUCT 6.6). */
export function codeTimes(kind: ActivityKind, { startAt, endAt }: Held): Span {
  if (kind === 'VISIT') return { from: startAt - 30 * MINUTE, to: endAt + 30 * MINUTE }
  return { from: startAt - HOUR, to: endAt }
}

/** When staff may check somebody in by hand: until a week after the end. */
export function handTimes({ startAt, endAt }: Held): Span {
  return { from: startAt - HOUR, to: endAt + 7 * DAY }
}

/** When a device may be given the roster. */
export function packTimes({ startAt, endAt }: Held): Span {
  return { from: startAt - DAY, to: endAt + 12 * HOUR }
}

export const within = ({ from, to }: Span, at: number): boolean => from <= at && at < to
