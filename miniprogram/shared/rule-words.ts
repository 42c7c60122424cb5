import type { RotaRule } from '../../typings/documents'
import { modeLabels } from './labels'
import { dayWords } from './local-days'

export const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const
export const rhythmLabels = { 1: '每周', 2: '每两周', 4: '每四周' } as const

type Hours = Pick<RotaRule, 'weekdays' | 'from' | 'to' | 'everyWeeks'>

/** 每周二、四 14:00–17:00; 每两周周六 10:00–12:00; 每天 20:00–21:00. */
export function ruleTitle({ weekdays, from, to, everyWeeks }: Hours): string {
  const hours = `${from}–${to}`
  if (weekdays.length === 7 && everyWeeks === 1) return `每天 ${hours}`
  const days = [...weekdays].sort((a, b) => a - b).map(day => WEEKDAYS[day - 1])
  const rhythm = everyWeeks === 1 ? '每周' : `${rhythmLabels[everyWeeks]}周`
  return `${rhythm}${days.join('、')} ${hours}`
}

/** 每段30分钟　电话、图文　节假日休息　调休日休息 */
export function ruleLine({ slotMin, modes, onHoliday, onMakeup, untilDate }: RotaRule): string {
  return [
    `每段${slotMin}分钟`,
    modes.map(mode => modeLabels[mode]).join('、'),
    onHoliday === 'SKIP' ? '节假日休息' : '节假日照常',
    onMakeup === 'SKIP' ? '调休日休息' : '调休日照常',
    ...(untilDate === null ? [] : [`到${dayWords(untilDate)}为止`]),
  ].join('　')
}
