import { strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { limitationsOf } from './limitation-view'

export const limitMine: Action<'legal', 'limitMine'> = {
  input: strictObject({}),

  async run({ store, me, now }) {
    return { limitations: await limitationsOf(store, me._id, now) }
  },
}
