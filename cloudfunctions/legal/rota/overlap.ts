import { mondayOf } from '../../_kit/day-type'
import { daysBetween, plusDays } from '../../../miniprogram/shared/local-days'
import type { RotaRule } from '../../../typings/documents'
import { hoursOn, meet } from './rule-slots'

const ANY_DAY = '2000-01-01'

/**
 * Would both give the same minutes of some day, were no day a holiday? A worked weekend adds nothing to that: it stands for
 * a weekday that lies earlier in the same week.
 */
export function overlap(one: RotaRule, other: RotaRule): boolean {
  if (!meet(hoursOn(one, ANY_DAY), hoursOn(other, ANY_DAY))) return false
  const monday = firstCommonWeek(one, other)
  if (monday === undefined) return false
  return one.weekdays
    .filter(day => other.weekdays.includes(day))
    .map(day => plusDays(monday, day - 1))
    .some(date => [one, other].every(({ untilDate }) => untilDate === null || date <= untilDate))
}

/** The Monday of the first week in which both work. One rhythm (1, 2 or 4 weeks) is a multiple of the other. */
function firstCommonWeek(one: RotaRule, other: RotaRule): string | undefined {
  const begin = [one, other].map(({ anchorDate }) => mondayOf(anchorDate)).sort()[1] ?? ''
  const [seldom, often] = one.everyWeeks > other.everyWeeks ? [one, other] : [other, one]
  const ahead = (rule: RotaRule) => {
    const weeks = daysBetween(mondayOf(rule.anchorDate), begin) / 7
    return (rule.everyWeeks - (weeks % rule.everyWeeks)) % rule.everyWeeks
  }
  const wait = ahead(seldom)
  return wait % often.everyWeeks === ahead(often) ? plusDays(begin, 7 * wait) : undefined
}
