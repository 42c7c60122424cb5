import type { RuleInput, RuleSaved } from '../../../../../typings/api/legal'
import type { LegalMode, RotaRule } from '../../../../../typings/documents'
import { modeLabels } from '../../../../shared/labels'
import { dayWords } from '../../../../shared/local-days'
import { dateLong, clock } from '../../../../shared/time'
import { rhythmLabels, ruleTitle, WEEKDAYS } from '../../../../shared/rule-words'

export type RuleForm = RuleInput['rule']

const LENGTHS = [20, 30, 45, 60]

export const newRule = (modes: readonly LegalMode[], today: string): RuleForm => ({
  weekdays: [],
  from: '14:00',
  to: '17:00',
  slotMin: 30,
  everyWeeks: 1,
  anchorDate: today,
  untilDate: null,
  onHoliday: 'SKIP',
  onMakeup: 'SKIP',
  modes: modes.slice(0, 1),
})

interface Chip<T> {
  key: T
  label: string
  on: boolean
}

export interface RuleFormView {
  weekdays: (Chip<number> & { spoken: string })[]
  lengths: Chip<number>[]
  modes: Chip<LegalMode>[]
  rhythms: Chip<number>[]
  holidays: Chip<RotaRule['onHoliday']>[]
  makeups: Chip<RotaRule['onMakeup']>[]
  /** The first week is asked of a rhythm of several. */
  asksFirst: boolean
  /** 节假日休息，调休日休息，不限期 */
  seldom: string
  first: string
  until: string
  /** 每周二、四 14:00–17:00，每次6段 */
  summary: string
}

export function ruleFormView(form: RuleForm, modes: readonly LegalMode[]): RuleFormView {
  const { weekdays, slotMin, everyWeeks, onHoliday, onMakeup, anchorDate, untilDate } = form
  const lengths = LENGTHS.includes(slotMin) ? LENGTHS : [slotMin, ...LENGTHS]
  return {
    weekdays: WEEKDAYS.map((label, i) => ({
      key: i + 1,
      label,
      on: weekdays.includes(i + 1),
      spoken: `周${label}`,
    })),
    lengths: lengths.map(key => ({ key, label: `${key}分钟`, on: key === slotMin })),
    modes: modes.map(key => ({ key, label: modeLabels[key], on: form.modes.includes(key) })),
    rhythms: ([1, 2, 4] as const).map(key => ({ key, label: rhythmLabels[key], on: key === everyWeeks })),
    holidays: [
      { key: 'SKIP', label: '休息', on: onHoliday === 'SKIP' },
      { key: 'KEEP', label: '照常', on: onHoliday === 'KEEP' },
    ],
    makeups: [
      { key: 'SKIP', label: '休息', on: onMakeup === 'SKIP' },
      { key: 'AS_WEEKDAY', label: '按所补的工作日', on: onMakeup === 'AS_WEEKDAY' },
    ],
    asksFirst: everyWeeks > 1,
    seldom: [
      onHoliday === 'SKIP' ? '节假日休息' : '节假日照常',
      onMakeup === 'SKIP' ? '调休日休息' : '调休日照常',
      untilDate === null ? '不限期' : `到${dayWords(untilDate)}为止`,
    ].join('，'),
    first: `${dayWords(anchorDate)}所在的一周`,
    until: untilDate === null ? '' : dayWords(untilDate),
    summary: ruleProblem(form) ? '' : `${ruleTitle(form)}，每次${slotsADay(form)}段`,
  }
}

/** With a value put in, or taken out of, one of its lists. */
export const toggled = <T>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter(one => one !== value) : [...list, value]

/** Minutes of the day of `HH:mm`. */
function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number)
  return hours * 60 + rest
}

const slotsADay = ({ from, to, slotMin }: RuleForm): number =>
  Math.floor((minutes(to) - minutes(from)) / slotMin)

/** What is missing or wrong; '' when it can be tried. */
export function ruleProblem(form: RuleForm): string {
  if (form.weekdays.length === 0) return '请选择周几。'
  if (form.to <= form.from) return '结束时间要晚于开始时间。'
  if (slotsADay(form) < 1) return '时间不够一段，请延长，或改短每段。'
  if (form.modes.length === 0) return '请选择咨询方式。'
  return form.untilDate !== null && form.untilDate < form.anchorDate ? '结束日期不能早于开始的一周。' : ''
}

/** Which of the other rules it most likely overlaps: the server says only that it does. */
export function overlapWords(form: RuleForm, rules: readonly RotaRule[]): string {
  const met = rules.filter(
    rule =>
      rule.id !== form.id &&
      rule.from < form.to &&
      form.from < rule.to &&
      rule.weekdays.some(day => form.weekdays.includes(day)),
  )
  const names = met.map(rule => `“${ruleTitle(rule)}”`).join('、')
  return `与已有的${names || '规则'}时间重叠，请改时间，或先改那条规则。`
}

/** What saving would do, said before it is done. */
export function changeWords({ slotsAdded, slotsRemoved, clashes }: RuleSaved): string[] {
  const slots = [
    ...(slotsAdded > 0 ? [`新增 ${slotsAdded} 个可约时段`] : []),
    ...(slotsRemoved > 0 ? [`收回 ${slotsRemoved} 个没有人约的时段`] : []),
  ]
  return [
    `未来四周：${slots.join('，') || '可约时段不变'}。`,
    ...(clashes.length > 0
      ? [
          `${clashes.length} 个已有预约不在新的排班内，仍会保留：`,
          ...clashes.map(one => `${dateLong(one.startAt)}${clock(one.startAt)}`),
        ]
      : []),
  ]
}
