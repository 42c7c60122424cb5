import type { SettingItem } from '../../../../../typings/api/account'
import type { FailedView } from '../../../../components/failure-card/failed'

export interface SettingRow {
  key: string
  label: string
  /** 120 分钟 */
  value: string
  /** Its range, and its preset where the value is another. */
  line: string
}

export type SettingsView = { kind: 'loading' } | { kind: 'ready'; rows: SettingRow[] } | FailedView

function rowOf({ key, label, unit, value, preset, min, max }: SettingItem): SettingRow {
  const range = `${min}–${max} ${unit}`
  const line = value === preset ? range : `${range}，默认 ${preset}`
  return { key, label, value: `${value} ${unit}`, line }
}

export const settingsView = (settings: readonly SettingItem[]): SettingsView => ({
  kind: 'ready',
  rows: settings.map(rowOf),
})

/** Why this text cannot be the value; '' when it can. */
export function settingProblem({ min, max, unit }: SettingItem, text: string): string {
  if (!/^\d{1,6}$/.test(text.trim())) return '请填写整数。'
  const value = Number(text)
  return value < min || value > max ? `请填写 ${min} 到 ${max} ${unit}。` : ''
}
