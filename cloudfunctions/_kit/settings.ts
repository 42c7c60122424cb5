import type { settingWords } from '../../miniprogram/shared/setting-words'
import { InstanceCache } from './cache'
import type { Store } from './store'

interface SettingSpec {
  preset: number
  min: number
  max: number
}

/** What an administrator may set, and within which range (PRODUCT 6.1). Applies to what is made afterwards. */
export const settingSpecs = {
  'activity.cancelBeforeMin': { preset: 1440, min: 0, max: 10080 },
  'activity.dayLimit': { preset: 2, min: 1, max: 5 },
  'wait.offerMin': { preset: 120, min: 15, max: 1440 },
  'wait.nearMin': { preset: 20, min: 10, max: 60 },
  'wait.stopMin': { preset: 30, min: 0, max: 240 },
  'strike.limit': { preset: 4, min: 1, max: 20 },
  'strike.windowDays': { preset: 90, min: 7, max: 365 },
  'strike.banDays': { preset: 30, min: 1, max: 365 },
  'code.windowSec': { preset: 30, min: 15, max: 60 },
  'sync.lateHours': { preset: 72, min: 1, max: 168 },
  'legal.monthLimit': { preset: 2, min: 1, max: 8 },
  'legal.answerHours': { preset: 24, min: 4, max: 72 },
  'legal.recordHours': { preset: 48, min: 12, max: 168 },
} as const satisfies Record<keyof typeof settingWords, SettingSpec>

export type SettingKey = keyof typeof settingSpecs
export type Settings = Readonly<Record<SettingKey, number>>

const REMEMBER_MS = 60_000
const remembered = new InstanceCache<Settings>(REMEMBER_MS)
export const settingKeys = Object.keys(settingSpecs) as SettingKey[]

/** The settings in force; an instance looks at them once a minute. */
export async function loadSettings(store: Store, now: number): Promise<Settings> {
  const found = await remembered.get('', now, async () => {
    const stored = await store.find('settings', { where: {}, limit: 100 })
    const values = new Map(stored.map(({ _id, value }) => [_id, value]))
    return Object.fromEntries(
      settingKeys.map(key => [key, values.get(key) ?? settingSpecs[key].preset]),
    ) as unknown as Settings
  })
  return found ?? presets
}

/** What is in force where nobody has set anything. */
export const presets = Object.fromEntries(
  settingKeys.map(key => [key, settingSpecs[key].preset]),
) as unknown as Settings

export function forgetSettings(): void {
  remembered.forget('')
}
