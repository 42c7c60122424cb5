/** Epoch ms of a local date and time of day in Asia/Shanghai, `2026-09-16` and `10:00`. */
export function shanghaiTime(date: string, time: string): number {
  return Date.parse(`${date}T${time}:00+08:00`)
}
