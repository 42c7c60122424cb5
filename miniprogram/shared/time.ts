/**
 * Times as people read them, in Asia/Shanghai whatever the phone's own zone is. China has kept UTC+8 without summer
 * time since 1992, so shifting the instant and reading it as UTC is exact; a phone's local zone would skip an hour a year.
 */
const HOUR = 3_600_000
export const DAY = 24 * HOUR
const OFFSET = 8 * HOUR
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const

const pad = (n: number): string => String(n).padStart(2, '0')

function parts(at: number) {
  const shifted = new Date(at + OFFSET)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: `周${WEEKDAYS[shifted.getUTCDay()]}`,
    clock: `${pad(shifted.getUTCHours())}:${pad(shifted.getUTCMinutes())}`,
  }
}

/** 14:00 */
export const clock = (at: number): string => parts(at).clock

/** 2026-09-24 */
export function localDate(at: number): string {
  const { year, month, day } = parts(at)
  return `${year}-${pad(month)}-${pad(day)}`
}

/** 9月24日 */
export function dayOf(at: number): string {
  const { month, day } = parts(at)
  return `${month}月${day}日`
}

/** 9月24日（周四） */
export const dateLong = (at: number): string => `${dayOf(at)}（${parts(at).weekday}）`

/** 9月24日 14:00 */
export const dateTime = (at: number): string => `${dayOf(at)} ${clock(at)}`

/** Day and caption of a date stamp: 24, 9月 周四. */
export function stamp(at: number): { day: string; sub: string } {
  const { month, day, weekday } = parts(at)
  return { day: String(day), sub: `${month}月 ${weekday}` }
}

/** 19:00–20:30; over several days 9月1日–9月30日. */
export function range(startAt: number, endAt: number): string {
  if (localDate(startAt) !== localDate(endAt)) return `${dayOf(startAt)}–${dayOf(endAt)}`
  return `${clock(startAt)}–${clock(endAt)}`
}

/** 9月19日（周六）19:00–20:30; over several days 9月1日–9月30日. */
export function when(startAt: number, endAt: number): string {
  if (localDate(startAt) !== localDate(endAt)) return range(startAt, endAt)
  return `${dateLong(startAt)}${range(startAt, endAt)}`
}

/** Midnight in Shanghai of the day that holds `at`. */
export function dayStart(at: number): number {
  return Math.floor((at + OFFSET) / DAY) * DAY - OFFSET
}

/** 今天, 明天, 后天, 3天后 … seen from `now`; days gone by are 今天. */
export function daysAhead(at: number, now: number): string {
  const days = Math.round((dayStart(at) - dayStart(now)) / DAY)
  if (days <= 0) return '今天'
  return ['今天', '明天', '后天'][days] ?? `${days}天后`
}
