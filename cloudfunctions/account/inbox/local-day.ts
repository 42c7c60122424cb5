import { localDate } from '../../../miniprogram/shared/time'

/** The first instant of a local date in Shanghai, epoch ms; NaN when there is no such day. */
export const dayAt = (date: string): number => Date.parse(`${date}T00:00:00+08:00`)

export function isDay(date: string): boolean {
  const at = dayAt(date)
  return !Number.isNaN(at) && localDate(at) === date
}
