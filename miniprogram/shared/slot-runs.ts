import type { SlotRun } from '../../typings/api/legal'

/** Slots of one day, minutes from midnight, as runs: what follows without a gap is one. */
export function runsOf(slots: readonly { from: number; minutes: number }[]): SlotRun[] {
  const runs: SlotRun[] = []
  for (const { from, minutes } of [...slots].sort((a, b) => a.from - b.from)) {
    const last = runs[runs.length - 1]
    if (last?.[1] === minutes && last[0] + last[2] * minutes === from) last[2]++
    else runs.push([from, minutes, 1])
  }
  return runs
}

/** The slots that runs stand for. */
export function slotsOfRuns(runs: readonly SlotRun[]): { from: number; minutes: number }[] {
  return runs.flatMap(([from, minutes, count]) =>
    Array.from({ length: count }, (_, i) => ({ from: from + i * minutes, minutes })),
  )
}
