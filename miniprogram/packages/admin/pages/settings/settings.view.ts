import type { CalendarOfYear, SettingItem } from '../../../../../typings/api/account'
import type { FailedView } from '../../../../components/failure-card/failed'
import { yearRow, type YearRow } from '../../components/calendar-sheet/calendar-words'

export interface SettingRow {
  key: string
  label: string
  /** 2 小时 */
  value: string
  /** Its range, and its preset where the value is another. */
  line: string
}

export type SettingsView =
  { kind: 'loading' } | { kind: 'ready'; rows: SettingRow[]; years: YearRow[] } | FailedView

/** Whole hours and whole days are said as such: 90 分钟, 24 小时, 7 天. */
function amount(value: number, unit: string): string {
  if (unit !== '分钟' || value === 0 || value % 60 !== 0) return `${value} ${unit}`
  return value > 1440 && value % 1440 === 0 ? `${value / 1440} 天` : `${value / 60} 小时`
}

function rowOf({ key, label, unit, value, preset, min, max }: SettingItem): SettingRow {
  const [low, high] = [amount(min, unit), amount(max, unit)]
  const range = high.endsWith(` ${unit}`) ? `${min}–${high}` : `${low}–${high}`
  const line = value === preset ? range : `${range}，默认 ${amount(preset, unit)}`
  return { key, label, value: amount(value, unit), line }
}

export const settingsView = (
  settings: readonly SettingItem[],
  calendars: readonly CalendarOfYear[],
): SettingsView => ({
  kind: 'ready',
  rows: settings.map(rowOf),
  years: calendars.map(yearRow),
})

/** What may be typed, and what a number of minutes comes to. */
export function settingHint({ min, max, unit }: SettingItem, text: string): string {
  const typed = `${Number(text)} ${unit}`
  const said = amount(Number(text), unit)
  return `可填 ${min} 到 ${max} ${unit}${said === typed ? '' : `，${typed}就是 ${said}`}。`
}

/** Why this text cannot be the value; '' when it can. */
export function settingProblem({ min, max, unit }: SettingItem, text: string): string {
  if (!/^\d{1,6}$/.test(text.trim())) return '请填写整数。'
  const value = Number(text)
  return value < min || value > max ? `请填写 ${min} 到 ${max} ${unit}。` : ''
}
