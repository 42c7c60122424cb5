import { clock, dateLong } from './time'

interface Hours {
  startAt: number
  endAt: number
}

/** 9月18日（周五）15:00–16:30: slots that follow one another are one line. In order of time. */
export function hourLines(slots: readonly Hours[]): string[] {
  const runs: Hours[] = []
  for (const { startAt, endAt } of [...slots].sort((a, b) => a.startAt - b.startAt)) {
    const last = runs[runs.length - 1]
    if (last?.endAt === startAt) last.endAt = endAt
    else runs.push({ startAt, endAt })
  }
  return runs.map(({ startAt, endAt }) => `${dateLong(startAt)}${clock(startAt)}–${clock(endAt)}`)
}
