import { strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { declared } from './declared'
import { partyOf } from '../gate/party-rows'

/** What stands, with what ended less than two years ago. */
export const partiesMine: Action<'legal', 'partiesMine'> = {
  input: strictObject({}),

  async run({ store, lawyerId, now }) {
    const rows = await declared(store, lawyerId, now)
    return { parties: rows.map(row => ({ ...partyOf(row), untilDate: row.untilDate })) }
  },
}
