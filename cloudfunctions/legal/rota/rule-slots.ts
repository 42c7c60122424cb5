import type { Calendar } from '../../_kit/day-type'
import { mondayOf, weekdayOf } from '../../_kit/day-type'
import { daysBetween, plusDays } from '../../../miniprogram/shared/local-days'
import { instant } from '../../../miniprogram/shared/time'
import type { LegalMode, RotaRule } from '../../../typings/documents'

const MINUTE = 60_000

/** Epoch ms. */
export interface Hours {
  startAt: number
  endAt: number
}

export interface SlotTime extends Hours {
  modes: LegalMode[]
}

export const meet = (one: Hours, other: Hours): boolean =>
  one.startAt < other.endAt && other.startAt < one.endAt

/** What a rule gives between two local dates, both included. */
export function ruleSlots(rule: RotaRule, calendar: Calendar, from: string, to: string): SlotTime[] {
  const last = rule.untilDate !== null && rule.untilDate < to ? rule.untilDate : to
  const begin = mondayOf(rule.anchorDate)
  const slots: SlotTime[] = []
  for (let date = from < begin ? begin : from; date <= last; date = plusDays(date, 1))
    if (works(rule, calendar, date)) slots.push(...slotsOn(rule, date))
  return slots
}

/** Weeks are counted from the anchor's Monday; a worked weekend is a day of its own week. */
function works(rule: RotaRule, calendar: Calendar, date: string): boolean {
  const weeks = Math.floor(daysBetween(mondayOf(rule.anchorDate), date) / 7)
  if (weeks % rule.everyWeeks !== 0) return false
  const { kind, actsAs } = calendar(date)
  if (kind === 'HOLIDAY' && rule.onHoliday === 'SKIP') return false
  if (kind !== 'MAKEUP') return rule.weekdays.includes(weekdayOf(date))
  return rule.onMakeup === 'AS_WEEKDAY' && actsAs !== undefined && rule.weekdays.includes(actsAs)
}

function slotsOn(rule: RotaRule, date: string): SlotTime[] {
  const length = rule.slotMin * MINUTE
  const { startAt } = hoursOn(rule, date)
  return Array.from({ length: slotsADay(rule) }, (_, i) => ({
    startAt: startAt + i * length,
    endAt: startAt + (i + 1) * length,
    modes: rule.modes,
  }))
}

/** Whole slots only: what is left of the hours at their end is no slot. */
export function slotsADay({ from, to, slotMin }: Pick<RotaRule, 'from' | 'to' | 'slotMin'>): number {
  const day = '2000-01-01'
  return Math.max(0, Math.floor((instant(day, to) - instant(day, from)) / (slotMin * MINUTE)))
}

/** From its first slot to the end of its last one. */
export function hoursOn(rule: RotaRule, date: string): Hours {
  const startAt = instant(date, rule.from)
  return { startAt, endAt: startAt + slotsADay(rule) * rule.slotMin * MINUTE }
}
