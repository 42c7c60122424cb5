/** Rules, rotas and a calendar for the tests of the rota. */
import { builtInDays } from '../../../cloudfunctions/_kit/built-in-days'
import type { YearDays } from '../../../cloudfunctions/_kit/day-type'
import { calendarOf } from '../../../cloudfunctions/_kit/day-type'
import type { RotaContent } from '../../../cloudfunctions/legal/rota/wanted-slots'
import { clock, localDate } from '../../../miniprogram/shared/time'
import type { RotaRule } from '../../../typings/documents'

/** Wednesdays 14:00–15:00 in half hours, every week, for good; not on holidays, not on worked weekends. */
export function rule(fields: Partial<RotaRule> = {}): RotaRule {
  return {
    id: 'ru_1',
    weekdays: [3],
    from: '14:00',
    to: '15:00',
    slotMin: 30,
    everyWeeks: 1,
    anchorDate: '2026-09-16',
    untilDate: null,
    onHoliday: 'SKIP',
    onMakeup: 'SKIP',
    modes: ['PHONE'],
    ...fields,
  }
}

export function rota(rules: RotaRule[], fields: Partial<RotaContent> = {}): RotaContent {
  return { rules, leaves: [], given: [], taken: [], ...fields }
}

/** 2026 as announced, with what its worked weekends before and after the National Day stand for. 2027 is not announced. */
const of2026: YearDays = {
  ...builtInDays(2026),
  '2026-09-20': { kind: 'MAKEUP', name: '国庆节', actsAs: 3 },
  '2026-10-10': { kind: 'MAKEUP', name: '国庆节', actsAs: 2 },
}
export const calendar = calendarOf(year => (year === 2026 ? of2026 : undefined))
/** No day is a holiday. */
export const plain = calendarOf(() => ({}))

/** `09-20 14:00`, of each. */
export const times = (slots: readonly { startAt: number }[]): string[] =>
  slots.map(({ startAt }) => `${localDate(startAt).slice(5)} ${clock(startAt)}`)
