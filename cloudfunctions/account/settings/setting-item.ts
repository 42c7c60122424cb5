import type { SettingKey } from '../../_kit/settings'
import { settingSpecs } from '../../_kit/settings'
import { settingWords } from '../../../miniprogram/shared/setting-words'
import type { SettingItem } from '../../../typings/api/account'
import type { Setting } from '../../../typings/documents'

/** Absent in the database, a setting has its preset and `rev` 0. */
export function settingItem(key: SettingKey, stored?: Pick<Setting, 'value' | 'rev'>): SettingItem {
  const spec = settingSpecs[key]
  return { key, ...settingWords[key], ...spec, value: stored?.value ?? spec.preset, rev: stored?.rev ?? 0 }
}
