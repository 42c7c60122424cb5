import { InstanceCache } from './cache'
import type { Store } from './store'

interface SettingSpec {
  label: string
  unit: string
  preset: number
  min: number
  max: number
}

/** What an administrator may set, and within which range (PRODUCT 6.1). Applies to what is made afterwards. */
export const settingSpecs = {
  'activity.cancelBeforeMin': {
    label: '免费取消截止（开始前）',
    unit: '分钟',
    preset: 1440,
    min: 0,
    max: 10080,
  },
  'activity.dayLimit': { label: '每人每天可报名场次', unit: '场', preset: 2, min: 1, max: 5 },
  'wait.offerMin': { label: '候补确认时限', unit: '分钟', preset: 120, min: 15, max: 1440 },
  'wait.nearMin': { label: '候补确认时限（开始前24小时内）', unit: '分钟', preset: 20, min: 10, max: 60 },
  'wait.stopMin': { label: '停止候补递补（开始前）', unit: '分钟', preset: 30, min: 0, max: 240 },
  'strike.limit': { label: '暂停报名所需分数', unit: '分', preset: 4, min: 1, max: 20 },
  'strike.windowDays': { label: '计分周期', unit: '天', preset: 90, min: 7, max: 365 },
  'strike.banDays': { label: '暂停报名时长', unit: '天', preset: 30, min: 1, max: 365 },
  'code.windowSec': { label: '签到码更换间隔', unit: '秒', preset: 30, min: 15, max: 60 },
  'sync.lateHours': { label: '离线签到同步期限', unit: '小时', preset: 72, min: 1, max: 168 },
} as const satisfies Record<string, SettingSpec>

export type SettingKey = keyof typeof settingSpecs
export type Settings = Readonly<Record<SettingKey, number>>

const REMEMBER_MS = 60_000
const remembered = new InstanceCache<Settings>(REMEMBER_MS)
const KEYS = Object.keys(settingSpecs) as SettingKey[]

/** The settings in force; an instance looks at them once a minute. */
export async function loadSettings(store: Store, now: number): Promise<Settings> {
  const found = await remembered.get('', now, async () => {
    const stored = await store.find('settings', { where: {}, limit: 100 })
    const values = new Map(stored.map(({ _id, value }) => [_id, value]))
    return Object.fromEntries(
      KEYS.map(key => [key, values.get(key) ?? settingSpecs[key].preset]),
    ) as unknown as Settings
  })
  return found ?? presets
}

const presets = Object.fromEntries(KEYS.map(key => [key, settingSpecs[key].preset])) as unknown as Settings

export function forgetSettings(): void {
  remembered.forget('')
}
