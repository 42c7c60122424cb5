import { integer, maxLength, number, pipe, strictObject, string } from 'valibot'
import type { Action } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { forgetSettings, settingKeys, settingSpecs } from '../../_kit/settings'
import { revision } from '../input'
import { settingItem } from './setting-item'

export const settingSave: Action<'account', 'settingSave'> = {
  input: strictObject({
    key: pipe(string(), maxLength(40)),
    value: pipe(number(), integer()),
    rev: revision,
  }),

  async run({ store, personId: byId, now }, { key: name, value, rev }) {
    const key = settingKeys.find(one => one === name)
    if (!key) throw new AppError('INVALID_INPUT', { field: 'key' })
    const { min, max } = settingSpecs[key]
    if (value < min || value > max) throw new AppError('SETTING_RANGE')
    const written =
      rev === 0
        ? await store.insert('settings', { _id: key, value, byId, createdAt: now, updatedAt: now, rev: 1 })
        : await store.change('settings', { _id: key, rev }, { value, byId, updatedAt: now })
    forgetSettings()
    if (written) return settingItem(key, { value, rev: rev + 1 })
    const stored = await store.get('settings', key)
    // a second tap, or a retry
    const repeated = stored?.value === value && stored.byId === byId && stored.rev === rev + 1
    if (!repeated) throw new AppError('STALE_REV')
    return settingItem(key, stored)
  },
}
