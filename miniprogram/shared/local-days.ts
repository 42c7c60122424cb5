/** Arithmetic of local dates (`YYYY-MM-DD`): no clock, no zone. */
const DAY = 24 * 3_600_000

const at = (date: string): number => Date.parse(`${date}T00:00:00Z`)

export const plusDays = (date: string, days: number): string =>
  new Date(at(date) + days * DAY).toISOString().slice(0, 10)

/** Days from one date to another; below 0 when that one lies before. */
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / DAY)

/** The same date of the next year; of 29 February, the 28th. */
export function nextYear(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const next = String(Number(year) + 1).padStart(4, '0')
  return `${next}-${month === '02' && day === '29' ? '02-28' : `${month}-${day}`}`
}

/** 2026年9月24日 */
export function dayWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}
