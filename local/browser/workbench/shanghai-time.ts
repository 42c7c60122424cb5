/** The product's time zone has no summer time: eight hours ahead, always. */
const AHEAD = 8 * 3_600_000

const wall = (at: number) => new Date(at + AHEAD).toISOString()

export const timeOf = (at: number) => wall(at).slice(11, 16)

export const toPicker = (at: number) => wall(at).slice(0, 16)

export const fromPicker = (text: string) => Date.parse(`${text.slice(0, 16)}:00+08:00`)

export function dateLine(at: number): string {
  const day = new Date(at + AHEAD)
  const weekday = '日一二三四五六'[day.getUTCDay()]
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日（周${weekday}）`
}
