const OFFSET_MS = 8 * 3600_000

/** Local date `YYYY-MM-DD` in Asia/Shanghai, which has no daylight saving. */
export function shanghaiDate(at: number): string {
  return new Date(at + OFFSET_MS).toISOString().slice(0, 10)
}

/** Epoch ms of a local date and time of day in Asia/Shanghai, `2026-09-16` and `10:00`. */
export function shanghaiTime(date: string, time: string): number {
  return Date.parse(`${date}T${time}:00+08:00`)
}
