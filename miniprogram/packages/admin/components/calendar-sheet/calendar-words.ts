import type { CalendarEntry, CalendarOfYear } from '../../../../../typings/api/account'
import { daysBetween } from '../../../../shared/local-days'
import { dayOf, instant } from '../../../../shared/time'

/** One holiday: 春节, 2月6日–2月12日 休, 2月14日 班（补周三）. */
export interface HolidayWords {
  name: string
  lines: string[]
}

const WEEKDAYS = ['一', '二', '三', '四', '五'] as const
const words = (date: string): string => dayOf(instant(date, '00:00'))

/** By holiday, in the order of the year; days in order. */
export function holidayWords(days: readonly CalendarEntry[]): HolidayWords[] {
  const names = [...new Set(days.map(({ name }) => name))]
  return names.map(name => {
    const own = days.filter(day => day.name === name)
    const worked = own.filter(({ kind }) => kind === 'MAKEUP').map(madeUp)
    return { name, lines: [...offWords(own.filter(({ kind }) => kind === 'HOLIDAY')), ...worked] }
  })
}

function madeUp({ date, actsAs }: CalendarEntry): string {
  const of = actsAs === undefined ? undefined : WEEKDAYS[actsAs - 1]
  return `${words(date)} 班${of === undefined ? '' : `（补周${of}）`}`
}

function offWords(days: readonly CalendarEntry[]): string[] {
  const runs: { from: string; to: string }[] = []
  for (const { date } of days) {
    const last = runs[runs.length - 1]
    if (last && daysBetween(last.to, date) === 1) last.to = date
    else runs.push({ from: date, to: date })
  }
  return runs.map(({ from, to }) => `${from === to ? words(from) : `${words(from)}–${words(to)}`} 休`)
}

/** 休 33 天，班 6 天 */
export function countWords(days: readonly CalendarEntry[]): string {
  const off = days.filter(({ kind }) => kind === 'HOLIDAY').length
  return `休 ${off} 天，班 ${days.length - off} 天`
}

export interface YearRow {
  year: number
  title: string
  line: string
  state: string
}

export function yearRow({ year, source, days, sourceNo }: CalendarOfYear): YearRow {
  const title = `${year}年节假日`
  if (source === 'ABSENT') return { year, title, line: '公布后请在这里导入，律师排班按它顺延', state: '待定' }
  const imported = source === 'IMPORTED'
  return {
    ...{ year, title },
    line: imported ? `${countWords(days)}　${sourceNo}` : countWords(days),
    state: imported ? '已导入' : '内置',
  }
}
