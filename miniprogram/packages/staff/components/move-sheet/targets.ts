import type { CaseItem, LawyerItem, RotaSlot } from '../../../../../typings/api/legal'
import { lawyerName } from '../../../../shared/legal-words'
import { clock, dateLong, localDate } from '../../../../shared/time'

/** A slot ends being given away so long before its start. */
const CLOSES_MS = 2 * 3_600_000

export interface Target {
  lawyerId: string
  name: string
  firm: string
}

/** Who may take it over: gives this service in this way, and is not the one who cannot. */
export function targetsFor(
  { lawyerId, serviceId, mode, state }: CaseItem,
  lawyers: readonly LawyerItem[],
): Target[] {
  const refused = state === 'CONFLICTED' ? lawyerId : ''
  return lawyers
    .filter(one => one.rev > 0 && one.active && one.lawyerId !== refused)
    .filter(one => one.services.includes(serviceId) && one.modes.includes(mode))
    .map(one => ({ lawyerId: one.lawyerId, name: lawyerName(one.surname), firm: one.firm }))
}

export interface SlotDay {
  date: string
  title: string
  slots: { slotId: string; time: string }[]
}

/** Free hours of a lawyer in which this can be held, by day. */
export function slotDays({ mode }: CaseItem, slots: readonly RotaSlot[], now: number): SlotDay[] {
  const days = new Map<string, SlotDay>()
  const fit = slots.filter(
    ({ state, modes, startAt }) => state === 'FREE' && modes.includes(mode) && startAt > now + CLOSES_MS,
  )
  for (const { slotId, startAt } of fit) {
    const date = localDate(startAt)
    const day = days.get(date) ?? { date, title: dateLong(startAt), slots: [] }
    day.slots.push({ slotId, time: clock(startAt) })
    days.set(date, day)
  }
  return [...days.values()]
}
