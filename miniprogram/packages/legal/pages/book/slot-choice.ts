import type { FreeSlots } from '../../../../../typings/api/legal'
import { slotIdOf } from '../../../../shared/slot-id'
import { slotsOfRuns } from '../../../../shared/slot-runs'
import { instant } from '../../../../shared/time'

/** One hour of a lawyer that may be booked. */
export interface FreeSlot {
  slotId: string
  lawyerId: string
  lawyer: string
  firm: string
  site: string
  date: string
  startAt: number
  endAt: number
}

const MINUTE = 60_000

/** Every free slot, the earliest first. */
export function freeSlotsOf({ lawyers, slots }: FreeSlots): FreeSlot[] {
  const all = Object.entries(slots).flatMap(([date, byLawyer]) =>
    Object.entries(byLawyer).flatMap(([index, runs]) => {
      const lawyer = lawyers[Number(index)]
      if (!lawyer) return []
      const { lawyerId, name, firm, site } = lawyer
      const midnight = instant(date, '00:00')
      return slotsOfRuns(runs).map(({ from, minutes }) => {
        const startAt = midnight + from * MINUTE
        const slotId = slotIdOf(lawyerId, startAt)
        const times = { startAt, endAt: startAt + minutes * MINUTE }
        return { slotId, lawyerId, lawyer: name, firm, site: site?.name ?? '', date, ...times }
      })
    }),
  )
  return all.sort((a, b) => a.startAt - b.startAt)
}

/** The day that is open: the one chosen, or the first with a free slot. */
export const openDate = (free: readonly FreeSlot[], chosen: string): string =>
  free.some(({ date }) => date === chosen) ? chosen : (free[0]?.date ?? '')

/** The `most` slots nearest in time to the one wanted, without those of lawyers who declined; in order of time. */
export function nearestTo(
  wanted: Pick<FreeSlot, 'slotId' | 'startAt'>,
  free: readonly FreeSlot[],
  declined: readonly string[],
  most = 3,
): FreeSlot[] {
  const far = ({ startAt }: FreeSlot) => Math.abs(startAt - wanted.startAt)
  return free
    .filter(({ slotId, lawyerId }) => slotId !== wanted.slotId && !declined.includes(lawyerId))
    .sort((a, b) => far(a) - far(b) || a.startAt - b.startAt)
    .slice(0, most)
    .sort((a, b) => a.startAt - b.startAt)
}
