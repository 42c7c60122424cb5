import { strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { limitId } from './limit-input'

const ERASED = { keyDate: '', endDate: '', events: [], deadline: '', remind: false }

export const limitRemove: Action<'legal', 'limitRemove'> = {
  input: strictObject({ limitId }),

  async run({ store, me, now }, { limitId: _id }) {
    const set = { ...ERASED, removedAt: now, updatedAt: now }
    if (await store.change('limitations', { _id, personId: me._id, removedAt: 0 }, set))
      return { repeated: false }
    const card = await store.get('limitations', _id)
    if (card?.personId !== me._id) throw new AppError('NOT_FOUND')
    return { repeated: true }
  },
}
