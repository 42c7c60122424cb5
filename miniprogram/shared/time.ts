import dayjs, { type Dayjs } from 'dayjs'

export const DAY = 24 * 3_600_000
const OFFSET = 8 * 3_600_000
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const

/**
 * The moment as a clock in Asia/Shanghai shows it, whatever the phone's own zone: China has kept UTC+8 without summer time
 * since 1992. dayjs reads the local zone and its plugins do not reach the phone (WeChat packs a package's main entry
 * only), so its face in UTC is set as local time. Only a time of day that the phone's own zone skips once a year cannot be shown.
 */
function shanghai(at: number): Dayjs {
  const utc = new Date(at + OFFSET)
  const day = [utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate()] as const
  return dayjs(new Date(...day, utc.getUTCHours(), utc.getUTCMinutes()))
}

const weekday = (at: number): string => `周${WEEKDAYS[shanghai(at).day()]}`

/** 14:00 */
export const clock = (at: number): string => shanghai(at).format('HH:mm')

/** 2026-09-24 */
export const localDate = (at: number): string => shanghai(at).format('YYYY-MM-DD')

/** The moment of a local date and clock: 2026-09-24, 14:00. */
export const instant = (date: string, time: string): number => Date.parse(`${date}T${time}:00+08:00`)

/** 9月24日 */
export const dayOf = (at: number): string => shanghai(at).format('M月D日')

/** 9月24日（周四） */
export const dateLong = (at: number): string => `${dayOf(at)}（${weekday(at)}）`

/** 9月24日 14:00 */
export const dateTime = (at: number): string => `${dayOf(at)} ${clock(at)}`

/** 2026年9月24日 14:00: what WeChat's templates take for a time. */
export const fullTime = (at: number): string => shanghai(at).format('YYYY年M月D日 HH:mm')

/** Day and caption of a date stamp: 24, 9月 周四. */
export function stamp(at: number): { day: string; sub: string } {
  return { day: shanghai(at).format('D'), sub: `${shanghai(at).format('M月')} ${weekday(at)}` }
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

/** 2 小时, 90 分钟 */
export const hoursWords = (minutes: number): string =>
  minutes % 60 === 0 ? `${minutes / 60} 小时` : `${minutes} 分钟`

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
