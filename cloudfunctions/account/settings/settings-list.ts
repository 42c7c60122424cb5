import { strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { settingKeys } from '../../_kit/settings'
import { settingItem } from './setting-item'

export const settings: Action<'account', 'settings'> = {
  input: strictObject({}),

  async run({ store }) {
    const stored = await store.find('settings', { where: {}, limit: 100 })
    const byKey = new Map(stored.map(setting => [setting._id, setting]))
    return { settings: settingKeys.map(key => settingItem(key, byKey.get(key))) }
  },
}
