import type { Calendar } from '../../_kit/day-type'
import { localDate } from '../../../miniprogram/shared/time'
import type { Rota } from '../../../typings/documents'
import type { Hours, SlotTime } from './rule-slots'
import { meet, ruleSlots } from './rule-slots'

export type RotaContent = Pick<Rota, 'rules' | 'leaves' | 'given' | 'taken'>

/**
 * The slots a lawyer's rota gives, of those that begin within `range` (epoch ms, the end excluded), in order. Rules, less
 * what swaps took, with what swaps brought; a leave wins over all of them. Hours that went to and fro count as often as
 * they came and went.
 */
export function wantedSlots(rota: RotaContent, calendar: Calendar, range: Hours): SlotTime[] {
  const [from, to] = [localDate(range.startAt), localDate(range.endAt - 1)]
  const ruled = rota.rules.flatMap(rule => ruleSlots(rule, calendar, from, to))
  const taken = keptOf(rota, ruled)
  const own = ruled.filter(slot => ![...rota.given, ...taken].some(other => meet(slot, other)))
  return [...own, ...taken]
    .filter(({ startAt }) => range.startAt <= startAt && startAt < range.endAt)
    .filter(slot => !rota.leaves.some(({ fromAt, toAt }) => meet(slot, { startAt: fromAt, endAt: toAt })))
    .sort((a, b) => a.startAt - b.startAt)
}

/** What swaps brought and did not take away again. */
function keptOf({ given, taken }: RotaContent, ruled: readonly SlotTime[]): SlotTime[] {
  const count = (slots: readonly Hours[], { startAt, endAt }: Hours) =>
    slots.filter(slot => slot.startAt === startAt && slot.endAt === endAt).length
  return taken
    .filter((slot, i) => taken.findIndex(other => count([other], slot) > 0) === i)
    .filter(slot => count(ruled, slot) + count(taken, slot) > count(given, slot))
    .map(({ startAt, endAt, modes }) => ({ startAt, endAt, modes }))
}

/** Are all minutes of this slot still given, if in slots of another length? */
export function isCovered({ startAt, endAt }: Hours, wanted: readonly SlotTime[]): boolean {
  let until = startAt
  for (const slot of wanted) if (slot.startAt <= until && until < slot.endAt) until = slot.endAt
  return endAt <= until
}
