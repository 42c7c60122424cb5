import { dayStart } from '../../miniprogram/shared/time'

const MINUTE = 60_000
/** 08:00 and 21:30, minutes of a day in Shanghai (PRODUCT 6.1). */
const FROM = 8 * 60
const TO = 21.5 * 60
/** When the quiet hours begin, ms after midnight in Shanghai. */
export const QUIET_FROM_MS = TO * MINUTE

/** `at`, or the next morning when it falls between 21:30 and 08:00. */
export function outsideQuietHours(at: number): number {
  const start = dayStart(at)
  const minutes = (at - start) / MINUTE
  if (minutes < FROM) return start + FROM * MINUTE
  return minutes < TO ? at : start + (24 * 60 + FROM) * MINUTE
}
